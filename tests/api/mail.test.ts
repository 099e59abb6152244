import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Email } from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMailTransport, sendBookingConfirmed, type MailContext } from '../../api/mail/index.ts';
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

const run = (bookingId: string, id: string = randomUUID()) =>
  sendBookingConfirmed(context, { bookingId }, { id });
const mailRow = (id: string) => knex<{ id: string; state: string }>('mails').where({ id }).first();

describe('mail.bookingConfirmed', () => {
  test('tells the learner what, with whom, when and where, in text, HTML and calendar', async () => {
    const learner = await buildUser(knex, { name: 'Meera <b>Nair</b>', email: 'meera@example.com' });
    const session = await buildSession(knex, {
      title: 'Ownership, "borrowing" & lifetimes',
      startsAt: '2026-12-01T10:30:00.000Z',
      durationMinutes: 45,
      topics: ['Moves', 'Borrows'],
    });
    const booking = await buildBooking(knex, { learnerId: learner.id, sessionId: session.id });
    const jobId = randomUUID();
    await run(booking.id, jobId);

    const mail = smtp.accepted.at(-1);
    expect(mail?.to?.[0]?.address).toBe('meera@example.com');
    expect(mail?.subject).toBe('Your seat is booked: Ownership, "borrowing" & lifetimes');
    expect(mail?.messageId).toBe(`<${jobId}@learn.example.com>`);
    const roomUrl = `https://learn.example.com/session/${session.roomCode}`;
    for (const part of [
      'Arjun Rao',
      'Tuesday',
      '1 December 2026',
      '4:00 pm',
      '45 minutes',
      'Moves · Borrows',
      roomUrl,
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.html).toContain(`href="${roomUrl}"`);
    expect(mail?.html).toContain('Meera &lt;b&gt;Nair&lt;/b&gt;');
    expect(mail?.html).toContain('Ownership, &quot;borrowing&quot; &amp; lifetimes');
    // Nothing is loaded from anywhere, so nobody is told that the mail was opened.
    expect(mail?.html).not.toMatch(/<(img|link|script)|url\(/i);

    const calendar = await calendarOf(mail);
    for (const line of [
      'METHOD:REQUEST',
      `UID:${booking.id}@learn.example.com`,
      'SEQUENCE:0',
      'DTSTART:20261201T103000Z',
      'DTEND:20261201T111500Z',
      'SUMMARY:Ownership\\, "borrowing" & lifetimes',
    ])
      expect(calendar).toContain(line);
    expect(calendar).toContain('PARTSTAT=ACCEPTED;RSVP=FALSE');
    // The mentor's own address stays private.
    expect(calendar).toContain('ORGANIZER;CN="Arjun Rao":mailto:lessons@peerlearn.invalid');
  });

  test('a job that runs again does not send again', async () => {
    const { id } = await buildBooking(knex);
    const jobId = randomUUID();
    const before = smtp.accepted.length;
    await run(id, jobId);
    await run(id, jobId);
    expect(smtp.accepted).toHaveLength(before + 1);
    expect((await mailRow(jobId))?.state).toBe('sent');
  });

  test('a failed attempt leaves the mail to the next, under the same Message-ID', async () => {
    const { id } = await buildBooking(knex);
    const jobId = randomUUID();
    const unreachable = createMailTransport('smtp://127.0.0.1:1', context.settings.mail.from);
    await expect(
      sendBookingConfirmed({ ...context, sendMail: unreachable }, { bookingId: id }, { id: jobId }),
    ).rejects.toMatchObject({ code: 'ESOCKET' });
    expect((await mailRow(jobId))?.state).toBe('pending');
    await run(id, jobId);
    expect(smtp.accepted.at(-1)?.messageId).toBe(`<${jobId}@learn.example.com>`);
  });

  test.each(['cancelled', 'declined'] as const)(
    'a seat that is %s by now is not mailed about',
    async (state) => {
      const { id } = await buildBooking(knex, { state });
      const jobId = randomUUID();
      const before = smtp.accepted.length;
      await run(id, jobId);
      expect(smtp.accepted).toHaveLength(before);
      expect((await mailRow(jobId))?.state).toBe('not_needed');
    },
  );

  test('a booking that is not there is no reason to try for ever', async () => {
    const jobId = randomUUID();
    await run(randomUUID(), jobId);
    expect((await mailRow(jobId))?.state).toBe('not_needed');
  });

  test('a dialogue that is ended by its signal sends nothing', async () => {
    const { id } = await buildBooking(knex);
    const stop = new AbortController();
    const before = smtp.accepted.length;
    smtp.hold();
    const sending = sendBookingConfirmed(
      context,
      { bookingId: id },
      { id: randomUUID(), signal: stop.signal },
    );
    const refused = expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(smtp.held).toBe(1);
    stop.abort();
    await refused;
    await expect.poll(smtp.held).toBe(0);
    smtp.release();
    expect(smtp.accepted).toHaveLength(before);
  });
});

/** The calendar entry without its folded lines (RFC 5545 3.1). */
async function calendarOf(mail: Email | undefined): Promise<string> {
  const attachment = mail?.attachments.find(({ filename }) => filename === 'lesson.ics');
  const text = await new Response(attachment?.content as ArrayBuffer).text();
  return text.replace(/\r?\n[ \t]/g, '');
}
