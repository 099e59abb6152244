import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // One row for each mail that a job was asked to send: a job that runs again finds what became of it.
  await knex.schema.createTable('mails', (table) => {
    /** Id of the job. */
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('message_id').notNullable().unique();
    table.text('state').notNullable().checkIn(['pending', 'sent', 'not_needed'], 'mails_state_known');
    table.text('created_at').notNullable();
    table.text('settled_at');
  });
  // The mailbox of demo mode; empty in production.
  await knex.schema.createTable('dev_mails', (table) => {
    table.text('id').primary();
    table.text('message_id').notNullable().unique();
    table.text('recipients').notNullable();
    table.text('subject').notNullable();
    table.binary('raw').notNullable();
    table.text('received_at').notNullable();
    table.index(['received_at', 'id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('dev_mails');
  await knex.schema.dropTable('mails');
}
