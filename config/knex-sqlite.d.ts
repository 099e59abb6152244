/** knex ships this dialect without types; it is subclassed in config/database.ts. */
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import type { Knex } from 'knex';

  export interface SqliteTransaction extends Knex.Transaction {
    begin(connection: unknown): Promise<unknown>;
    query(connection: unknown, sql: string): Promise<unknown>;
  }
  export default class ClientBetterSqlite3 extends Knex.Client {
    transaction(container: unknown, config: unknown, outerTrx: unknown): SqliteTransaction;
  }
}
