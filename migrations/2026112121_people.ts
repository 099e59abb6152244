import type { Knex } from 'knex';

/** How a person is spoken to and shown, and whether they are still here. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('users', (table) => {
    table.text('locale').notNullable().defaultTo('en');
    /** IANA name. */
    table.text('time_zone').notNullable().defaultTo('Asia/Kolkata');
    /** The stored file; its address follows from it. */
    table.text('picture_id');
    /** Set once nothing of the person is left in the row (WEB-6). */
    table.text('deleted_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('users', (table) => {
    for (const column of ['locale', 'time_zone', 'picture_id', 'deleted_at']) table.dropColumn(column);
  });
}
