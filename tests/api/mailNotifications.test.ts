import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { User } from '../../api/accounts/index.ts';
import type { NotificationKind } from '../../api/contracts/notifications.ts';
import {
  createMailTransport,
  sendBookingConfirmed,
  sendEmailCode,
  sendNotification,
  sendPasswordChanged,
  type MailContext,
} from '../../api/mail/index.ts';
import { EmailCode } from '../../api/accounts/model.ts';
import { Notification } from '../../api/notifications/index.ts';
import { PreferencesRow } from '../../api/preferences/model.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { loadSettings } from '../../config/settings.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { settingsEnv } from '../support/workersProcess.ts';

let database: TestDatabase;
let knex: Knex;
let smtp: TestSmtp;
let context: MailContext;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  smtp = await startSmtp();
  const env = settingsEnv({ databaseUrl: database.url, redisUrl: 'redis://unused', smtpUrl: smtp.url });
  const settings = loadSettings({ ...env, PUBLIC_URL: 'https://learn.example.com' });
  const sendMail = createMailTransport(settings.mail.smtpUrl, settings.mail.from);
  context = { settings, knex, sendMail, host: 'learn.example.com' };
});
afterAll(async () => {
  await smtp.close();
  await knex.destroy();
  await database.drop();
});

async function buildNotification(user: User, kind: NotificationKind, subject: Record<string, string>) {
  const id = randomUUID();
  await Notification.query(knex).insert({
    ...{ id, userId: user.id, kind, subject, path: '/sessions/one', readAt: null },
    createdAt: '2026-12-01T10:30:00.000Z',
  });
  return id;
}
/** Runs a job. @returns the mails that went out. */
async function mailsOf(act: () => Promise<void>) {
  const before = smtp.accepted.length;
  await act();
  return smtp.accepted.slice(before);
}
const mail = (notificationId: string, id: string = randomUUID()) =>
  mailsOf(() => sendNotification(context, { notificationId }, { id }));

const subject = {
  title: 'Ragas & <scales>',
  learner: 'Meera <b>Nair</b>',
  browser: 'Firefox',
  system: 'Linux',
};

describe('mail.notification (LIVE-3)', () => {
  test.for([
    ['session.booked', 'en', 'A seat was booked: Ragas & <scales>', 'Meera <b>Nair</b> booked'],
    ['session.booked', 'hi', 'एक सीट बुक हुई: Ragas & <scales>', 'Meera <b>Nair</b> ने'],
    ['session.live', 'en', 'Live now: Ragas & <scales>', 'Come in.'],
    ['session.live', 'hi', 'अभी लाइव: Ragas & <scales>', 'आइए।'],
    ['session.cancelled', 'en', 'Cancelled: Ragas & <scales>', 'Your seat is given back'],
    ['session.cancelled', 'hi', 'रद्द: Ragas & <scales>', 'सीट लौटा दी गई'],
    ['session.resources', 'en', 'Files for you: Ragas & <scales>', 'something new'],
    ['session.resources', 'hi', 'आपके लिए फ़ाइलें: Ragas & <scales>', 'कुछ नया'],
    ['account.exportReady', 'en', 'Your data are ready', 'ready to download'],
    ['account.exportReady', 'hi', 'आपका डेटा तैयार है', 'डाउनलोड'],
    ['account.newLogIn', 'en', 'New log-in to your PeerLearn account', '5:30 am (Eastern Standard Time)'],
    ['account.newLogIn', 'hi', 'आपके PeerLearn अकाउंट में नया लॉग-इन', 'Firefox'],
  ] as const)('%s in %s says what and where', async ([kind, locale, title, words]) => {
    const user = await buildUser(knex, { locale, timeZone: 'America/New_York' });
    const [sent] = await mail(await buildNotification(user, kind, subject));
    expect(sent?.to?.[0]?.address).toBe(user.email);
    expect(sent?.subject).toBe(title);
    expect(sent?.text).toContain(words);
    expect(sent?.text).not.toContain('undefined');
    expect(sent?.html).toContain(`<html lang="${locale}">`);
    expect(sent?.html).toContain('href="https://learn.example.com/sessions/one"');
    expect(sent?.html).not.toMatch(/<b>|<scales>/u);
    if (kind !== 'account.newLogIn')
      expect(sent?.text).toContain('https://learn.example.com/dashboard/learner/settings/notifications');
  });

  test('goes out once, however often the job runs', async () => {
    const user = await buildUser(knex);
    const [id, jobId] = [await buildNotification(user, 'session.live', subject), randomUUID()];
    expect(await mail(id, jobId)).toHaveLength(1);
    expect(await mail(id, jobId)).toEqual([]);
  });

  test('is for nobody who is gone, and about nothing that is gone', async () => {
    const user = await buildUser(knex);
    const id = await buildNotification(user, 'session.live', subject);
    await User.query(knex).findById(user.id).patch({ deletedAt: '2026-12-01T10:30:00.000Z' });
    expect(await mail(id)).toEqual([]);
    expect(await mail(randomUUID())).toEqual([]);
  });
});

describe('the mails of before', () => {
  test('a booking’s is in the learner’s language and zone', async () => {
    const learner = await buildUser(knex, { locale: 'hi', timeZone: 'Europe/London' });
    const session = await buildSession(knex, { startsAt: '2026-12-01T10:30:00.000Z' });
    const booking = await buildBooking(knex, { learnerId: learner.id, sessionId: session.id });
    const [sent] = await mailsOf(() =>
      sendBookingConfirmed(context, { bookingId: booking.id }, { id: randomUUID() }),
    );
    expect(sent?.subject).toBe(`आपकी सीट बुक हो गई: ${session.title}`);
    expect(sent?.text).toContain('मंगलवार, 1 दिसंबर 2026');
    expect(sent?.text).toContain('10:30');
    expect(sent?.text).not.toContain('undefined');
  });

  test('a booking’s is not sent to someone who chose to get none', async () => {
    const { id, learnerId } = await buildBooking(knex);
    const off = { email: false, push: true };
    await PreferencesRow.query(knex).insert({
      ...{ userId: learnerId, choices: { sound: true, ways: { bookings: off } } },
      ...{ quietFrom: null, quietTo: null, changedAt: new Date().toISOString() },
    });
    const send = () => sendBookingConfirmed(context, { bookingId: id }, { id: randomUUID() });
    expect(await mailsOf(send)).toEqual([]);
  });

  test('codes and safety are told in the person’s language, whatever they chose', async () => {
    const { id, email } = await buildUser(knex, { locale: 'hi' });
    const now = Date.now();
    const code = {
      ...{ id: randomUUID(), purpose: 'log_in' as const, email, account: null, issue: 1, tries: 0 },
      ...{ sentAt: new Date(now).toISOString(), expiresAt: new Date(now + 600_000).toISOString() },
      usedAt: null,
    };
    await EmailCode.query(knex).insert(code);
    const changedAt = '2026-12-01T10:30:00.000Z';
    const sent = await mailsOf(async () => {
      await sendEmailCode(context, { codeId: code.id, issue: 1 }, { id: randomUUID() });
      await sendPasswordChanged(context, { userId: id, changedAt }, { id: randomUUID() });
    });
    expect(sent[0]?.subject).toMatch(/^\d{6} आपका PeerLearn कोड है$/u);
    expect(sent[1]?.text).toContain('1 दिसंबर 2026');
    expect(sent[1]?.text).toContain('भारतीय मानक समय');
  });
});
