import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Who never chose has no row.
  await knex.schema.createTable('preferences', (table) => {
    table.text('user_id').primary().references('users.id').onDelete('CASCADE');
    /** JSON: sound, and by which ways each topic is told. */
    table.text('choices').notNullable();
    /** Times of day in the person's zone ("22:30"); both or neither. */
    table.text('quiet_from');
    table.text('quiet_to');
    table.text('changed_at').notNullable();
    table.check('(quiet_from is null) = (quiet_to is null)', [], 'preferences_quiet_whole');
  });
  await knex.schema.createTable('push_subscriptions', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    /** It is good as long as the browser is logged in. */
    table.text('log_in_id').notNullable().references('log_ins.id').onDelete('CASCADE');
    table.text('endpoint').notNullable().unique();
    table.text('p256dh').notNullable();
    table.text('auth').notNullable();
    table.text('created_at').notNullable();
    table.index(['user_id', 'created_at']);
    table.index(['log_in_id']);
  });
  // What each browser was told, so that a job that runs again does not tell it twice.
  await knex.schema.createTable('pushes', (table) => {
    table.text('notification_id').notNullable().references('notifications.id').onDelete('CASCADE');
    table.text('subscription_id').notNullable().references('push_subscriptions.id').onDelete('CASCADE');
    table.text('settled_at').notNullable();
    table.primary(['notification_id', 'subscription_id']);
    table.index(['subscription_id']);
    table.index(['settled_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['pushes', 'push_subscriptions', 'preferences']) await knex.schema.dropTable(table);
}
