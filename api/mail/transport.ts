import { createTransport } from 'nodemailer';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Calendar entry (RFC 5545) that goes with it. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
}

export interface SendOptions {
  /** Message-ID with its angle brackets (RFC 5322). */
  messageId: string;
  /** Ends the dialogue with the server; the message is then not accepted. */
  signal?: AbortSignal | undefined;
}

/** Hands one mail to the SMTP server; resolves when the server has accepted it. */
export type SendMail = (mail: Mail, options: SendOptions) => Promise<void>;

/**
 * The one place that speaks SMTP.
 * @param smtpUrl `smtp://user:password@host:port` or `smtps://…`
 * @param from address of the sender, as `Name <address>`
 */
export function createMailTransport(smtpUrl: string, from: string): SendMail {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ calendar, ...mail }, { messageId, signal }) => {
    await transport.sendMail({
      ...mail,
      from,
      messageId,
      signal,
      icalEvent: calendar && { ...calendar, filename: 'lesson.ics' },
      // No answer by machines: out-of-office replies to an automatic mail help nobody (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
}
