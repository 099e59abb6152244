import type { KeptMessage } from '../contracts/chat.ts';
import type { TranscriptStyle } from './writeTranscript.ts';

/** A chat as plain text: a line for who and when, and what was said indented below it. */
export async function* textTranscript(
  messages: AsyncIterable<KeptMessage>,
  { title, words, times }: TranscriptStyle,
): AsyncGenerator<string> {
  yield `${title}\n`;
  let day: string | undefined;
  for await (const { at, by, to, text, file } of messages) {
    if (day === undefined) yield `${words.zone({ zone: times.zone(at) })}\n${words.private}\n`;
    if (day !== times.day(at)) {
      day = times.day(at);
      yield `\n${day}\n`;
    }
    const who = to ? words.privately({ by: by.name, to: to.name }) : by.name;
    const said = [...(text === '' ? [] : [text]), ...(file ? [words.file({ name: file.name })] : [])];
    const lines = said.flatMap((part) => part.split(/\r\n|\r|\n/u)).map((line) => `    ${line}`);
    yield `\n${times.time(at)}  ${who}\n${lines.join('\n')}\n`;
  }
  if (day === undefined) yield `\n${words.nothing}\n`;
}
