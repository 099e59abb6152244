import type { Address, Email } from 'postal-mime';
import { devMailText as text } from '../text/devMail.ts';
import { html, type Html } from '../text/html.ts';
import type { DevMail, DevMailSummary } from './devMails.ts';

export function mailListPage(mails: DevMailSummary[]): Html {
  const rows = mails.map(
    (mail) =>
      html`<li>
        <a href="/dev/mail/${mail.id}">
          <strong>${mail.subject || text.noSubject}</strong>
          <span>${mail.recipients}</span>
          <time datetime="${mail.received_at}">${shown(mail.received_at)}</time>
        </a>
      </li>`,
  );
  return page(
    text.title,
    html`<h1>${text.title}</h1>
      <p class="muted">${text.explain}</p>
      ${
        mails.length > 0
          ? html`<ul class="mails">
              ${rows}
            </ul>`
          : html`<p class="card">${text.empty}</p>`
      }`,
  );
}

export function mailPage({ id, email, recipients, received_at }: DevMail & { email: Email }): Html {
  const subject = email.subject ?? text.noSubject;
  return page(
    subject,
    html`<p><a href="/dev/mail">← ${text.back}</a></p>
      <h1>${subject}</h1>
      <dl class="card">
        <dt>${text.from}</dt>
        <dd>${addressText(email.from)}</dd>
        <dt>${text.to}</dt>
        <dd>${recipients}</dd>
        <dt>${text.received}</dt>
        <dd><time datetime="${received_at}">${shown(received_at)}</time></dd>
        ${attachments(id, email)}
      </dl>
      ${
        email.html
          ? html`<h2>${text.asHtml}</h2>
              <iframe
                class="card"
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                title="${text.asHtml}"
                src="/dev/mail/${id}/body"
              ></iframe>`
          : []
      }
      <h2>${text.asText}</h2>
      <pre class="card">${email.text ?? ''}</pre>`,
  );
}

function attachments(id: string, email: Email): Html[] {
  const links = email.attachments.map(({ filename, content }, index) => {
    const bytes = typeof content === 'string' ? content.length : content.byteLength;
    const label = text.download(filename ?? String(index + 1), bytes);
    return html`<dd><a href="/dev/mail/${id}/attachments/${index}">${label}</a></dd>`;
  });
  return links.length > 0 ? [html`<dt>${text.attachments}</dt>`, ...links] : [];
}

function addressText(address: Address | undefined): string {
  if (!address) return '';
  return address.name ? `${address.name} <${address.address ?? ''}>` : (address.address ?? '');
}

const shown = (instant: string) => instant.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');

function page(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · PeerLearn</title>
        <link rel="stylesheet" href="/dev/mail/mail.css" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
}
