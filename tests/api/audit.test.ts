import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AuditEntry, recordAct } from '../../api/audit/index.ts';
import { codeSent, logInAnswer } from '../../api/contracts/index.ts';
import { migrateToLatest, rollback } from '../../config/database.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { mailedDigits } from '../support/codes.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { createClient } from '../support/testClient.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUST_PROXY: 'true' });
});
afterAll(() => api.close());

const isPostgres = process.env.TEST_DATABASE_URL !== undefined;
const at = new Date('2026-11-21T10:00:00.000Z');
const origin = { address: '203.0.113.9', userAgent: 'tests' };

async function writeEntry(): Promise<AuditEntry> {
  const subject = { kind: 'booking', id: randomUUID() };
  await api.knex.transaction((trx) =>
    recordAct(trx, {
      ...{ actor: { id: randomUUID(), role: 'admin' }, act: 'booking.refunded', subject, origin, at },
      ...{ before: { pricePaise: 500_00 }, after: { pricePaise: 0, notes: ['asked by mail'] } },
    }),
  );
  return AuditEntry.query(api.knex).findOne({ subjectId: subject.id }).throwIfNotFound();
}

describe('an entry (AUTH-10)', () => {
  test('says who, what, on what, before, after, when, from where', async () => {
    const entry = await writeEntry();
    expect(entry).toMatchObject({
      ...{ actorRole: 'admin', act: 'booking.refunded', subjectKind: 'booking', at: at.toISOString() },
      ...{ before: '{"pricePaise":50000}', after: '{"pricePaise":0,"notes":["asked by mail"]}' },
      ...{ address: '203.0.113.9', userAgent: 'tests' },
    });
  });

  test('is gone with a transaction that fails: nothing was done', async () => {
    const subject = { kind: 'user', id: randomUUID() };
    const failing = api.knex.transaction(async (trx) => {
      await recordAct(trx, { actor: 'operator', act: 'admin.created', subject, at });
      throw new Error('it failed');
    });
    await expect(failing).rejects.toThrow('it failed');
    expect(await AuditEntry.query(api.knex).where({ subjectId: subject.id }).resultSize()).toBe(0);
  });
});

describe('the log cannot be changed by the application', () => {
  const attempts: [string, string][] = [
    ['update', `update audit_log set act = 'nothing'`],
    ['update of one', `update audit_log set after = null where id = :id`],
    ['delete', `delete from audit_log`],
    ['delete of one', `delete from audit_log where id = :id`],
    ...(isPostgres
      ? ([
          ['truncate', 'truncate audit_log'],
          ['truncate with all that refers', 'truncate users, audit_log cascade'],
          [
            'upsert',
            `insert into audit_log (id, at, actor_role, act, subject_kind, subject_id)
             values (:id, '', '', '', '', '') on conflict (id) do update set act = 'nothing'`,
          ],
          ['merge', `merge into audit_log using (values (1)) as v on id = :id when matched then delete`],
        ] as [string, string][])
      : ([
          [
            'insert or replace',
            `insert or replace into audit_log (id, at, actor_role, act, subject_kind, subject_id)
             values (:id, '', '', '', '', '')`,
          ],
          [
            'upsert',
            `insert into audit_log (id, at, actor_role, act, subject_kind, subject_id)
             values (:id, '', '', '', '', '') on conflict (id) do update set act = 'nothing'`,
          ],
          ['update or replace', `update or replace audit_log set act = 'nothing' where id = :id`],
        ] as [string, string][])),
  ];
  test.for(attempts)('by raw SQL: %s', async ([, sql]) => {
    const entry = await writeEntry();
    const attempt = sql.includes(':id') ? api.knex.raw(sql, { id: entry.id }) : api.knex.raw(sql);
    await expect(attempt).rejects.toThrow(/append-only/);
    expect(await AuditEntry.query(api.knex).findById(entry.id)).toEqual(entry);
  });

  test('nor through the model', async () => {
    const entry = await writeEntry();
    await expect(entry.$query(api.knex).patch({ act: 'nothing' })).rejects.toThrow(/append-only/);
    await expect(entry.$query(api.knex).delete()).rejects.toThrow(/append-only/);
    expect(await AuditEntry.query(api.knex).findById(entry.id)).toEqual(entry);
  });

  // SQLite has no such sessions.
  if (isPostgres)
    test('nor by a session that calls itself a replica', async () => {
      const entry = await writeEntry();
      const attempt = api.knex.transaction(async (trx) => {
        await trx.raw('set local session_replication_role = replica');
        await trx.raw('delete from audit_log where id = ?', [entry.id]);
      });
      await expect(attempt).rejects.toThrow(/append-only/);
      expect(await AuditEntry.query(api.knex).findById(entry.id)).toEqual(entry);
    });

  test('an operator’s way back removes it whole', async () => {
    const other = await startTestApi();
    await rollback(other.knex, true);
    expect(await other.knex.schema.hasTable('audit_log')).toBe(false);
    await migrateToLatest(other.knex);
    expect(await AuditEntry.query(other.knex).resultSize()).toBe(0);
    await other.close();
  });
});

describe('what people do with their access', () => {
  const headers = { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'a browser of tests' };
  const actsOf = (id: string) => AuditEntry.query(api.knex).where({ subjectId: id }).orderBy('at');

  test('a reset of the password is written, where from, and without the password', async () => {
    const { id, email } = await buildUser(api.knex);
    const { codeId } = await api.visitor.post(codeSent, '/api/auth/reset-code', { email });
    const password = 'seven quiet elephants';
    const body = { codeId, code: await mailedDigits(api, codeId), password };
    expect((await api.visitor.send('POST', '/api/auth/reset-password', body, headers)).status).toBe(200);
    const entries = await actsOf(id);
    expect(entries).toMatchObject([
      {
        ...{ act: 'password.reset', actorId: id, actorRole: 'learner', subjectKind: 'user' },
        ...{ address: '203.0.113.77', userAgent: 'a browser of tests' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/elephants|argon2|@/);
  });

  test('so is the end of all other log-ins, with how many they were', async () => {
    const { id, email } = await buildUser(api.knex);
    const logIn = async () => {
      const answer = await api.visitor.post(logInAnswer, '/api/auth/login', {
        ...{ email, password: testPassword },
      });
      return answer.next === 'done' ? answer.accessToken : '';
    };
    await logIn();
    await logIn();
    const me = createClient(api.url, await logIn());
    await me.post(z.void(), '/api/profile/logins/end-others');
    const entries = await actsOf(id);
    expect(entries).toMatchObject([{ act: 'logIns.othersEnded', actorId: id, after: '{"ended":2}' }]);
  });
});
