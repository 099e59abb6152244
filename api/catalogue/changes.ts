import type { Knex } from 'knex';

let changes = 0;

/** How often what the catalogue shows has changed in this process: an answer made before the last one is stale. */
export const catalogueChanges = (): number => changes;

/** Makes kept answers stale once a change has committed. */
export function clearCatalogueAfter(trx: Knex.Transaction): void {
  trx.executionPromise.then(
    () => (changes += 1),
    () => undefined,
  );
}
