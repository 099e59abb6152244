import type { Locale } from '../../../api/contracts/accounts.ts';
import type { PageHead } from '../../../api/contracts/pages.ts';
import { t } from '../../text/pageHeads.ts';

/** What a head is made of: the address, and what the API answered while the page was made. */
export interface HeadMatter {
  path: string;
  search: string;
  origin: string;
  locale: Locale;
  /** By the call's path without its query. */
  answers: ReadonlyMap<string, unknown>;
}
export type MakeHead = (matter: HeadMatter) => PageHead;

export const sitePicture = () => ({ path: '/share.png', alt: t('heads.shareAlt') });

/** "Sessions · PeerLearn", as the browser's tab says it (shell/pageTitle.ts). */
export const titled = (title: string): string => `${title} · ${t('shell.product')}`;

const longestDescription = 160;
/** One paragraph of text, cut at a word. */
export function summed(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= longestDescription) return line;
  const cut = line.slice(0, longestDescription);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestDescription / 2)).trimEnd()}…`;
}
