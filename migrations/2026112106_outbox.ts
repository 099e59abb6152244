import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('outbox', (table) => {
    // Order of insertion; ids are random and clocks have ties.
    table.bigIncrements('position');
    table.uuid('id').notNullable().unique();
    table.string('kind', 8).notNullable().checkIn(['job', 'event'], 'outbox_kind_known');
    table.string('name', 80).notNullable();
    table.text('payload').notNullable();
    table.text('channels').notNullable().defaultTo('[]');
    table.string('created_at', 24).notNullable();
    table.string('published_at', 24);
    table.index(['published_at'], 'outbox_published');
  });
  await knex.raw('create index outbox_waiting on outbox (position) where published_at is null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('outbox');
}
