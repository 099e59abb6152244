import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('outbox', (table) => {
    // Order of insertion; ids are random and clocks have ties.
    table.bigIncrements('position');
    table.text('id').notNullable().unique();
    table.text('kind').notNullable().checkIn(['job', 'event'], 'outbox_kind_known');
    table.text('name').notNullable();
    table.text('payload').notNullable();
    table.text('channels').notNullable().defaultTo('[]');
    table.text('created_at').notNullable();
    table.text('published_at');
    table.index(['published_at'], 'outbox_published');
  });
  await knex.raw('create index outbox_waiting on outbox (position) where published_at is null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('outbox');
}
