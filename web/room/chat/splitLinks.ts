export type WordsPart = { text: string; href?: string };

const addresses = /\bhttps?:\/\/[^\s<>"'`]+/giu;
/** What ends a sentence rather than an address. */
const trailing = /[.,;:!?…।]+$/u;

/** Finds the addresses in what somebody wrote; only those of the web can be followed. */
export function splitLinks(text: string): WordsPart[] {
  const parts: WordsPart[] = [];
  let read = 0;
  for (const match of text.matchAll(addresses)) {
    const address = withoutBracket(match[0].replace(trailing, ''));
    const href = webAddress(address);
    if (!href) continue;
    if (match.index > read) parts.push({ text: text.slice(read, match.index) });
    parts.push({ text: address, href });
    read = match.index + address.length;
  }
  if (read < text.length) parts.push({ text: text.slice(read) });
  return parts;
}

/** "(see https://example.in)": a closing bracket belongs to the address only when an opening one does. */
function withoutBracket(address: string): string {
  return address.endsWith(')') && !address.includes('(')
    ? address.replace(/\)+$/u, '').replace(trailing, '')
    : address;
}

function webAddress(address: string): string | undefined {
  const url = URL.parse(address);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}
