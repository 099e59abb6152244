import type { Knex } from 'knex';

/** Where a mentor's money goes; the details are sealed, what is shown of them stands beside (PAY-7). */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('payout_accounts', (table) => {
    table.text('user_id').primary().references('users.id').onDelete('CASCADE');
    table.text('kind').notNullable().checkIn(['upi', 'bank'], 'payout_accounts_kind_known');
    /** JSON of `setPayoutAccount`, sealed with DATA_SECRET. */
    table.text('sealed').notNullable();
    table.text('masked').notNullable();
    table.text('changed_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('payout_accounts');
}
