import type { Knex } from 'knex';

/** All rows of all tables, each table's in an order of its own: two looks are equal when nothing changed between. */
export async function databaseContents(knex: Knex): Promise<Record<string, string[]>> {
  const tables = await namesOfTables(knex);
  const contents: Record<string, string[]> = {};
  for (const table of tables) {
    const rows: unknown[] = await knex.from(table).select();
    contents[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return contents;
}

async function namesOfTables(knex: Knex): Promise<string[]> {
  const rows: { name: string }[] = process.env.TEST_DATABASE_URL
    ? await knex('pg_catalog.pg_tables').where({ schemaname: 'public' }).select({ name: 'tablename' })
    : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return rows.map(({ name }) => name).sort();
}
