import type { User } from '../accounts/index.ts';
import { html } from '../text/html.ts';
import { type ExportSection, privacyText } from '../text/privacy.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1f1b19;background:#f7f7f5}
h1{line-height:1.2}li{margin:.5rem 0}a{color:#ba3312}small{color:#625c56}`;

/** What lies in the zip, for a person to read, in their language. */
export function exportPage(
  { name, locale, timeZone }: User,
  counts: ReadonlyMap<ExportSection, number>,
  now: Date,
): string {
  const text = privacyText(locale).export;
  const language = locale === 'hi' ? 'hi-IN' : 'en-IN';
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    now,
  );
  const sections = Object.entries(text.sections) as [ExportSection, string][];
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${text.title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>${text.title}</h1>
        <p>${text.madeFor({ name, day })}</p>
        <p>${text.lead}</p>
        <ul>
          ${sections.map(
            ([section, about]) =>
              html`<li>
                <a href="${section}.json">${about}</a>
                <small>${text.entries({ count: counts.get(section) ?? 0 })}</small>
              </li>`,
          )}
        </ul>
      </body>
    </html>`.markup;
}
