import type { Locale } from '../contracts/accounts.ts';
import { html } from '../text/html.ts';
import type { MailWords } from '../text/mails.ts';

/** Light theme of the product's tokens; mail programs know neither variables nor light-dark(). */
const colour = {
  page: '#F7F7F5',
  surface: '#FFFFFF',
  line: '#E5E2DC',
  ink: '#333333',
  inkStrong: '#1F1B19',
  inkMuted: '#625C56',
  primary: '#FF5734',
  onPrimary: '#240E08',
  primaryText: '#BA3312',
};
const font = "Inter, 'Segoe UI', system-ui, -apple-system, sans-serif";
const displayFont = `Poppins, ${font}`;

/** The mail as plain text, for programs and people that prefer it. */
export function renderText(words: MailWords): string {
  const parts = [
    words.heading,
    words.greeting,
    words.intro,
    words.code,
    words.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    words.action && `${words.action.label}: ${words.action.url}`,
    ...words.notes,
    `-- \n${words.footer}`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

/**
 * The mail as HTML: one column on a card, styles inline and tables for layout because mail programs keep little
 * else, no picture and nothing loaded from elsewhere.
 */
export function renderHtml(words: MailWords, locale: Locale): string {
  const { markup } = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>${words.subject}</title>
      </head>
      <body style="margin:0;background:${colour.page};color:${colour.ink};font:16px/24px ${font}">
        <div style="display:none">${words.preview}</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
          <tr>
            <td align="center" style="padding:32px 16px">
              <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
                <tr>
                  <td style="padding:0 8px 16px;font:700 20px/28px ${displayFont};color:${colour.inkStrong}">
                    Peer<span style="color:${colour.primaryText}">Learn</span>
                  </td>
                </tr>
                <tr>
                  <td
                    style="background:${colour.surface};border:1px solid ${colour.line};border-radius:16px;padding:32px"
                  >
                    ${card(words)}
                  </td>
                </tr>
                <tr>
                  <td style="padding:16px 8px;font-size:14px;line-height:20px;color:${colour.inkMuted}">
                    ${words.footer}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
  return markup;
}

function card(words: MailWords) {
  return html`<h1 style="margin:0 0 16px;font:700 24px/32px ${displayFont};color:${colour.inkStrong}">
      ${words.heading}
    </h1>
    <p style="margin:0 0 8px">${words.greeting}</p>
    <p style="margin:0 0 24px">${words.intro}</p>
    ${words.code === undefined ? [] : codeBlock(words.code)}
    ${words.facts.length === 0 ? [] : factTable(words.facts)}
    ${words.action ? actionButton(words.action) : []}
    ${words.notes.map((note) => html`<p style="margin:8px 0 0;${muted}">${note}</p>`)}`;
}

const muted = `color:${colour.inkMuted};font-size:14px;line-height:20px`;

/** One run of digits: a double click takes them all. */
const codeBlock = (code: string) =>
  html`<p
    style="margin:0 0 24px;padding:16px;border-radius:12px;background:${colour.page};text-align:center;font:700 32px/40px ${font};letter-spacing:8px;color:${colour.inkStrong}"
  >
    ${code}
  </p>`;

/** A booked seat is a ticket: the dashed cut sets off what was bought. */
function factTable(facts: MailWords['facts']) {
  const cut = `border-top:1px dashed ${colour.line};border-bottom:1px dashed ${colour.line}`;
  const rows = facts.map(
    ({ label, value }) =>
      html`<tr>
        <th
          scope="row"
          align="left"
          valign="top"
          style="${muted};font-weight:400;padding:6px 16px 6px 0;white-space:nowrap"
        >
          ${label}
        </th>
        <td valign="top" style="padding:4px 0;color:${colour.inkStrong}">${value}</td>
      </tr>`,
  );
  return html`<table
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style="${cut};padding:12px 0;margin:0 0 24px"
  >
    ${rows}
  </table>`;
}

const actionButton = ({ label, url }: { label: string; url: string }) =>
  html`<p style="margin:0 0 24px">
    <a
      href="${url}"
      style="display:inline-block;background:${colour.primary};color:${colour.onPrimary};padding:12px 24px;border-radius:12px;font-weight:600;text-decoration:none"
      >${label}</a
    >
  </p>`;
