/** Markup that is safe to send: made only by `html`. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | Html[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template tag: what is filled in is escaped, unless it is markup itself. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.reduce((markup, string, index) => markup + inserted(parts[index - 1]) + string) };
}

function inserted(part: Part | undefined): string {
  if (part === undefined) return '';
  if (Array.isArray(part)) return part.map((each) => each.markup).join('');
  if (typeof part === 'object') return part.markup;
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
