import type { Knex } from 'knex';

/** A log-in is a family of refresh tokens; those that exist become one each. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('log_ins', (table) => {
    /** The family's id. */
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    /** As the browser named itself; empty when it did not. */
    table.text('user_agent').notNullable();
    table.text('created_at').notNullable();
    table.text('last_used_at').notNullable();
    table.text('ended_at');
    table.index(['user_id', 'last_used_at']);
  });
  await knex.raw(`insert into log_ins (id, user_id, user_agent, created_at, last_used_at, ended_at)
    select family_id, user_id, '', min(created_at), max(created_at), max(revoked_at)
    from refresh_tokens group by family_id, user_id`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('log_ins');
}
