import type { Knex } from 'knex';

/** Second factors, the log-ins that wait for them (AUTH-7), and the audit log (AUTH-10). */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('two_factors', (table) => {
    table.text('user_id').primary().references('users.id').onDelete('CASCADE');
    /** The authenticator app's secret, sealed. */
    table.text('secret').notNullable();
    table.text('created_at').notNullable();
    /** When a code of the app proved that it has the secret; before that it guards nothing. */
    table.text('enabled_at');
    /** The newest time step whose code was taken: it and those before are not taken again. */
    table.integer('last_step');
  });
  await knex.schema.createTable('recovery_codes', (table) => {
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('code_hash').notNullable();
    table.text('used_at');
    table.primary(['user_id', 'code_hash']);
  });
  await knex.schema.createTable('log_in_challenges', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.text('step').notNullable().checkIn(['totp', 'totpSetup'], 'log_in_challenges_step_known');
    table.text('expires_at').notNullable().index();
  });
  await endAdminsLogIns(knex);
  await createAuditLog(knex);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('audit_log');
  if (isPostgres(knex)) await knex.raw('drop function refuse_audit_change()');
  for (const table of ['log_in_challenges', 'recovery_codes', 'two_factors'])
    await knex.schema.dropTable(table);
}

const isPostgres = (knex: Knex) => (knex.client as Knex.Client).config.client === 'pg';

/** They began without a second factor. */
async function endAdminsLogIns(knex: Knex) {
  const at = new Date().toISOString();
  const admins = knex('users').select('id').where({ role: 'admin' });
  await knex('refresh_tokens').whereIn('user_id', admins).whereNull('revoked_at').update({ revoked_at: at });
  await knex('log_ins').whereIn('user_id', admins).whereNull('ended_at').update({ ended_at: at });
}

/**
 * No reference to `users`: what was done stays written when who did it is gone. On SQLite the table has no hidden row
 * number, by which `insert or replace` could overwrite a row.
 */
async function createAuditLog(knex: Knex) {
  await knex.raw(`create table audit_log (
    id text not null primary key,
    at text not null,
    actor_id text,
    actor_role text not null,
    act text not null,
    subject_kind text not null,
    subject_id text not null,
    before text,
    after text,
    address text,
    user_agent text
  )${isPostgres(knex) ? '' : ' without rowid'}`);
  await knex.raw('create index audit_log_at on audit_log (at)');
  await knex.raw('create index audit_log_subject on audit_log (subject_kind, subject_id, at)');
  await knex.raw('create index audit_log_actor on audit_log (actor_id, at)');
  for (const statement of isPostgres(knex) ? postgresGuards : sqliteGuards) await knex.raw(statement);
}

/** SQLite has no trigger on statements; replacing a row would delete the old one without its trigger. */
const sqliteGuards = [
  ['audit_log_no_update', 'update', ''],
  ['audit_log_no_delete', 'delete', ''],
  ['audit_log_no_replace', 'insert', 'when exists (select 1 from audit_log where id = new.id)'],
].map(
  ([name, event, condition]) => `create trigger ${name} before ${event} on audit_log ${condition}
    begin select raise(abort, 'the audit log is append-only'); end`,
);

/** Always: also for a session that calls itself a replica. */
const postgresGuards = [
  `create function refuse_audit_change() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is append-only'; end $$`,
  `create trigger audit_log_no_change before update or delete or truncate on audit_log
    for each statement execute function refuse_audit_change()`,
  'alter table audit_log enable always trigger audit_log_no_change',
];
