import type { Knex } from 'knex';
import type { SessionPage } from '../contracts/sessions.ts';
import { ReadyAnswer } from '../http/route.ts';

/** How old an answer may be that another api process's change has made stale. */
const lifetimeMs = 1_000;

interface Kept {
  answer: Promise<ReadyAnswer>;
  changesSeen: number;
  until: number;
}

const kept = new WeakMap<Knex, Kept>();
let changes = 0;

/**
 * Keeps the one answer that everyone asks for: the first page of open lessons. It lives in this process, so it works
 * without Redis; changes made here show at once, those of other api processes within a second. Callers that come
 * while the answer is being made share it.
 */
export function readCatalogue(knex: Knex, load: () => Promise<SessionPage>): Promise<ReadyAnswer> {
  const present = kept.get(knex);
  if (present?.changesSeen === changes && Date.now() < present.until) return present.answer;
  const fresh = {
    answer: load().then((page) => new ReadyAnswer(page)),
    changesSeen: changes,
    until: Date.now() + lifetimeMs,
  };
  kept.set(knex, fresh);
  fresh.answer.catch(() => {
    if (kept.get(knex) === fresh) kept.delete(knex);
  });
  return fresh.answer;
}

/** Makes kept answers stale once a change has committed. */
export function clearCatalogueAfter(trx: Knex.Transaction): void {
  trx.executionPromise.then(
    () => (changes += 1),
    () => undefined,
  );
}
