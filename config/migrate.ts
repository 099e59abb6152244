import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import { projectRoot } from './settings.ts';

const migrationsDir = join(projectRoot, 'migrations');
/** Any number that no other program uses for an advisory lock on this database. */
const advisoryLock = 7_135_204;

/** Reads /migrations; Node runs the .ts files as they are. */
const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => (await readdir(migrationsDir)).filter((file) => file.endsWith('.ts')).sort(),
  getMigrationName: (file) => file,
  getMigration: async (file) =>
    (await import(/* @vite-ignore */ pathToFileURL(join(migrationsDir, file)).href)) as Knex.Migration,
};

const migratorConfig: Knex.MigratorConfig = { migrationSource, disableTransactions: true };

/** Brings the database to the newest form. Safe when several processes start at once: the first does it, the rest wait. */
export async function migrateToLatest(knex: Knex): Promise<void> {
  await alone(knex, (trx) => trx.migrate.latest(migratorConfig));
}

/** Undoes the last batch of migrations, or all of them. */
export async function rollback(knex: Knex, all = false): Promise<void> {
  await alone(knex, (trx) => trx.migrate.rollback(migratorConfig, all));
}

/**
 * Runs everything in one transaction that no other process can hold at the same time; a crash in the middle
 * leaves nothing behind, not even knex's own lock. SQLite rebuilds tables for some changes, so its foreign keys
 * are checked at the end instead of at each step.
 */
async function alone(knex: Knex, migrate: (trx: Knex) => Promise<unknown>): Promise<void> {
  const { config } = knex.client as Knex.Client;
  const { wrapIdentifier } = config;
  try {
    await knex.transaction(
      async (trx) => {
        if (config.client === 'pg') await trx.raw('select pg_advisory_xact_lock(?)', [advisoryLock]);
        await migrate(trx);
      },
      { enforceForeignCheck: false },
    );
  } finally {
    // knex turns this off for its own queries, and in a transaction of ours not on again.
    config.wrapIdentifier = wrapIdentifier;
  }
}
