import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface TestSmtp {
  url: string;
  /** Messages that the server answered with 250, in order. */
  accepted: Email[];
  /** How many dialogues wait now at the end of DATA. */
  held: () => number;
  /** From now on each dialogue waits at the end of DATA, before the server's answer. */
  hold: () => void;
  /** Answers those that wait, and the later ones at once. */
  release: () => void;
  close: () => Promise<void>;
}

/** An SMTP server that keeps what it accepts. A message whose sender goes away before the answer is discarded. */
export async function startSmtp(): Promise<TestSmtp> {
  const accepted: Email[] = [];
  const gone = new Set<string>();
  const waiting = new Map<string, () => void>();
  let holding = false;
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      void buffer(stream).then(async (raw) => {
        if (holding) await new Promise<void>((resolve) => waiting.set(session.id, resolve));
        waiting.delete(session.id);
        if (gone.has(session.id)) return;
        accepted.push(await PostalMime.parse(raw));
        done();
      });
    },
    onClose: (session) => {
      gone.add(session.id);
      waiting.get(session.id)?.();
    },
  });
  smtp.on('error', () => undefined);
  const server = smtp.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    held: () => waiting.size,
    hold: () => {
      holding = true;
    },
    release: () => {
      holding = false;
      for (const answer of waiting.values()) answer();
    },
    close: () => new Promise((resolve) => smtp.close(resolve)),
  };
}
