import { splitChat } from '../../media/contracts/chatParts.ts';
import type { KeptMessage } from '../contracts/chat.ts';
import { html } from '../text/html.ts';
import type { TranscriptStyle } from './writeTranscript.ts';

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.2}h2{font-size:1rem;margin:2rem 0 0}header p,time{opacity:.75;font-size:.875rem}article{margin:1rem 0}
article p,pre{margin:.25rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}pre{padding:.75rem;border:1px solid #8886;border-radius:.5rem;font:.875rem/1.5 ui-monospace,monospace}`;

/** A chat as a page that needs nothing from anywhere: text only, with nothing of it taken for markup. */
export async function* htmlTranscript(
  messages: AsyncIterable<KeptMessage>,
  { locale, title, words, times }: TranscriptStyle,
): AsyncGenerator<string> {
  yield '<!doctype html>\n';
  yield `<html lang="${locale}"><head><meta charset="utf-8" />${html`<title>${title}</title>`.markup}\n`;
  yield `<meta name="viewport" content="width=device-width, initial-scale=1" />\n<style>\n${style}\n</style>`;
  yield `</head><body>\n${html`<header><h1>${title}</h1></header>`.markup}\n`;
  let day: string | undefined;
  for await (const message of messages) {
    const { at } = message;
    if (day === undefined)
      yield html`<header><p>${words.zone({ zone: times.zone(at) })}. ${words.private}</p></header>`.markup;
    if (day !== times.day(at)) {
      day = times.day(at);
      yield `\n${html`<h2>${day}</h2>`.markup}`;
    }
    yield `\n${article(message, { words, times }).markup}`;
  }
  if (day === undefined) yield html`<p>${words.nothing}</p>`.markup;
  yield '\n</body></html>\n';
}

function article(
  { at, by, to, text, file }: KeptMessage,
  { words, times }: Pick<TranscriptStyle, 'words' | 'times'>,
) {
  const who = to ? words.privately({ by: by.name, to: to.name }) : by.name;
  const parts = splitChat(text).map((part) =>
    part.kind === 'code' ? html`<pre>${part.text}</pre>` : html`<p>${part.text}</p>`,
  );
  if (file) parts.push(html`<p><i>${words.file({ name: file.name })}</i></p>`);
  return html`<article><b>${who}</b> <time datetime="${at}">${times.time(at)}</time>${parts}</article>`;
}
