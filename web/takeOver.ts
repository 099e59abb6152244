import { pageData, pageDataId, pageLocaleParam, type PageData } from '../api/contracts/pages.ts';
import { credentials } from './lib/credentials.ts';
import { queryClient } from './lib/queryClient.ts';
import { NotFoundPage, publicPages } from './routes.tsx';

/** What the server put into a page that it rendered; undefined in a plain shell. */
export function readSentPage(): PageData | undefined {
  const block = document.getElementById(pageDataId);
  if (!block) return undefined;
  return pageData.safeParse(JSON.parse(block.textContent ?? '')).data;
}

/**
 * Puts the living page in the place of the one that the server rendered: once all that it needs is here (its code,
 * its data, and whose page it is), in one task, so that nothing is painted in between.
 *
 * It is rendered anew and not hydrated: what the server cannot know (the reader's time zone, clock, log-in) makes
 * other text here, which Solid's hydration would leave as it is; and hydratable components and the helpers for them
 * would cost more script (2 kB and more) than rendering one page costs time. Solid's hydration also wants an inline
 * script, which our content security policy forbids.
 */
export async function takeOver(
  place: HTMLElement,
  { page, queries }: PageData,
  start: () => void,
): Promise<void> {
  const code = page in publicPages ? publicPages[page as keyof typeof publicPages] : NotFoundPage;
  // A part that cannot be fetched is told by the page itself when it starts.
  await Promise.all([code.preload().catch(() => undefined), credentials.settled()]);
  // Someone who is logged in sees what a visitor sees until their own answer has come.
  const isTheirs = credentials.user() === null;
  for (const [key, answer, askedAtMs] of queries) {
    queryClient.setQueryData(key, revive(answer), { updatedAt: isTheirs ? askedAtMs : 0 });
  }
  forgetLanguageOfAddress();
  const restore = rememberState(place);
  place.textContent = '';
  // Not removed: what fades in at first must not do so again, see ui/styles/site.css.
  place.dataset.sent = 'taken';
  start();
  // Before the next paint, when everything that waited for promises only stands too.
  requestAnimationFrame(restore);
}

/** It is remembered by now, and a reload shall not undo what is chosen later. */
function forgetLanguageOfAddress(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has(pageLocaleParam)) return;
  address.searchParams.delete(pageLocaleParam);
  history.replaceState(history.state, '', address);
}

/** JSON has no undefined, which is what lists that are read page by page begin with. */
function revive(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('pageParams' in answer)) return answer;
  return { ...answer, pageParams: (answer.pageParams as unknown[]).map((param) => param ?? undefined) };
}

const fields = 'input, textarea, select';
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the reader did with the page until now. @returns does the same to the page that stands there then. */
function rememberState(place: HTMLElement): () => void {
  const all = [...place.querySelectorAll<HTMLElement>('*')];
  const scrolled = all
    .filter(({ scrollLeft, scrollTop }) => scrollLeft !== 0 || scrollTop !== 0)
    .map((element) => ({ path: pathOf(element, place), left: element.scrollLeft, top: element.scrollTop }));
  const typed = [...place.querySelectorAll<Field>(fields)].flatMap((field) =>
    isTouched(field) ? { path: pathOf(field, place), field } : [],
  );
  const active = place.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  const focus = active && { path: pathOf(active, place), selection: selectionOf(active) };
  const [left, top] = [scrollX, scrollY];
  return () => {
    for (const { path, field } of typed) putBack(find<Field>(path, place), field);
    for (const each of scrolled)
      find(each.path, place)?.scrollTo({ left: each.left, top: each.top, behavior: 'instant' });
    const focused = focus && document.activeElement === document.body ? find(focus.path, place) : undefined;
    focused?.focus({ preventScroll: true });
    if (focus?.selection && isText(focused)) focused.setSelectionRange(...focus.selection);
    if (scrollX !== left || scrollY !== top) scrollTo({ left, top, behavior: 'instant' });
  };
}

/** Where an element stands, as a selector: both pages come of the same components. */
function pathOf(element: Element, place: Element): string {
  const steps: string[] = [];
  for (let each: Element | null = element; each && each !== place; each = each.parentElement) {
    const position = [...(each.parentElement?.children ?? [])].indexOf(each) + 1;
    steps.unshift(`${each.localName}:nth-child(${position})`);
  }
  return `:scope > ${steps.join(' > ')}`;
}
const find = <E extends HTMLElement>(path: string, place: HTMLElement) =>
  place.querySelector<E>(path) ?? undefined;

function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true;
  return field.value !== field.defaultValue;
}

function putBack(field: Field | undefined, before: Field): void {
  if (!field) return;
  if (field instanceof HTMLInputElement && before instanceof HTMLInputElement) field.checked = before.checked;
  field.value = before.value;
  // The page's own state learns of it as of something typed now.
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

const isText = (element?: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    ['text', 'search', 'tel', 'url', 'password'].includes(element.type));

function selectionOf(element: Element): [number, number] | undefined {
  if (!isText(element)) return undefined;
  return [element.selectionStart ?? 0, element.selectionEnd ?? 0];
}
