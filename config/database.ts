import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import createKnex, { type Knex } from 'knex';
import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js';
import { knexSnakeCaseMappers } from 'objection';
import pg from 'pg';

export { migrateToLatest, rollback } from './migrate.ts';

/** How long SQLite waits for another process's write transaction before it gives up. */
const busyTimeoutMs = 10_000;
/** A query inside a transaction that forgot its `trx` waits this long for the one connection, then says so. */
const acquireTimeoutMs = 15_000;
const bigintOid = 20;
/** Lets queries name columns as models do: `userId` is written `user_id`, and `user_id` stays as it is. */
const snakeCase = knexSnakeCaseMappers();
const wrapIdentifier: Knex.Config['wrapIdentifier'] = (name, wrap) => snakeCase.wrapIdentifier(name, wrap);

/**
 * Opens the database.
 * @param url `sqlite:/path/to/file` or `postgres://user:password@host:port/name`
 * @throws Error when the URL is neither.
 */
export function openDatabase(url: string): Knex {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length));
  if (/^postgres(ql)?:/.test(url)) return openPostgres(url);
  throw new Error('DATABASE_URL must begin with sqlite: or postgres:');
}

/** What SQLite needs to be told at each new connection. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

/**
 * Transactions take the write lock when they begin. A deferred one would fail with SQLITE_BUSY_SNAPSHOT,
 * whatever the timeout, when another process wrote between its first read and its first write.
 * https://sqlite.org/lang_transaction.html#deferred_immediate_and_exclusive_transactions
 */
class ImmediateSqliteClient extends BetterSqlite3Client {
  override transaction(container: unknown, config: unknown, outerTrx: unknown) {
    const transaction = super.transaction(container, config, outerTrx);
    transaction.begin = (connection) => transaction.query(connection, 'BEGIN IMMEDIATE;');
    return transaction;
  }
}

function openSqlite(filename: string): Knex {
  mkdirSync(dirname(filename), { recursive: true });
  return createKnex({
    client: ImmediateSqliteClient as unknown as typeof Knex.Client,
    connection: { filename },
    useNullAsDefault: true,
    wrapIdentifier,
    acquireConnectionTimeout: acquireTimeoutMs,
    // Errors name the statement, not its values: those are people's, and errors are logged.
    compileSqlOnError: false,
    // One connection a process: a second would wait for the first's lock without letting it run.
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: SqliteConnection, done: (error: unknown, connection: unknown) => void) => {
        connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = NORMAL');
        connection.pragma('foreign_keys = ON');
        done(null, connection);
      },
    },
  });
}

function openPostgres(connectionString: string): Knex {
  return createKnex({
    client: 'pg',
    connection: {
      connectionString,
      types: {
        // count(*) is a bigint, which pg gives as text; SQLite gives a number.
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          oid === bigintOid ? Number : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
      },
    } as Knex.PgConnectionConfig,
    wrapIdentifier,
    acquireConnectionTimeout: acquireTimeoutMs,
    // Errors name the statement, not its values: those are people's, and errors are logged.
    compileSqlOnError: false,
    pool: { min: 0, max: 10 },
  });
}
