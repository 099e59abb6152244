/** A stretch of a message: plain words, or a block of code as it was typed. */
export type ChatPart = { kind: 'words' | 'code'; text: string };

/** A block between lines of three backticks, the first of which may name a language (CommonMark 0.31, 4.5). */
const fenced = /(?:^|\n)```[^\n`]*\n(?<code>[\s\S]*?)(?:\n)?```[ \t]*(?=\n|$)/gu;

/** Splits a message into words and fenced code; a fence that is not closed is words. */
export function splitChat(text: string): ChatPart[] {
  const parts: ChatPart[] = [];
  let read = 0;
  const addWords = (words: string) => {
    const trimmed = words.replaceAll(/^\n+|\n+$/gu, '');
    if (trimmed.trim() !== '') parts.push({ kind: 'words', text: trimmed });
  };
  for (const match of text.matchAll(fenced)) {
    addWords(text.slice(read, match.index));
    parts.push({ kind: 'code', text: match.groups?.code ?? '' });
    read = match.index + match[0].length;
  }
  addWords(text.slice(read));
  return parts;
}
