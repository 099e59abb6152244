import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { devMailRoutes, startDevMailbox, type DevMailbox } from '../../api/dev/index.ts';
import { createMailTransport, type SendMail } from '../../api/mail/index.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let database: TestDatabase;
let knex: Knex;
let mailbox: DevMailbox;
let http: Server;
let base: string;
let send: SendMail;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  mailbox = await startDevMailbox({ knex, port: 0, logger: pino({ level: 'silent' }) });
  send = createMailTransport(`smtp://127.0.0.1:${mailbox.port}`, 'PeerLearn <lessons@example.com>');
  const app = new Koa();
  app.silent = true;
  app.use(devMailRoutes(knex).routes());
  http = createServer((request, response) => void app.callback()(request, response));
  await once(http.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  http.close();
  await mailbox.close();
  await knex.destroy();
  await database.drop();
});
beforeEach(() => knex('dev_mails').delete());

const mail = {
  to: { name: 'Meera Nair', address: 'meera@example.com' },
  subject: 'Booked <script>alert(1)</script>',
  text: 'as text',
  html: '<p id="html">as HTML</p>',
  calendar: { method: 'REQUEST' as const, content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
};
const get = async (path: string) => {
  const response = await fetch(`${base}${path}`);
  return { response, text: await response.text() };
};
const idOfFirst = (list: string) => /href="\/dev\/mail\/([^"/.]+)"/.exec(list)?.[1] ?? '';

test('the empty mailbox says what will appear in it', async () => {
  const { response, text } = await get('/dev/mail');
  expect(response.status).toBe(200);
  expect(text).toContain('No mail yet');
});

test('a message with the same Message-ID is kept once', async () => {
  await send(mail, { messageId: '<one@example.com>' });
  await send(mail, { messageId: '<one@example.com>' });
  await send(mail, { messageId: '<two@example.com>' });
  expect(await knex('dev_mails')).toHaveLength(2);
});

test('the newest message stands first, and its parts can be read', async () => {
  await send({ ...mail, subject: 'older' }, { messageId: '<older@example.com>' });
  await send(mail, { messageId: '<newer@example.com>' });
  const list = await get('/dev/mail');
  expect(list.text.indexOf('Booked')).toBeLessThan(list.text.indexOf('older'));

  const id = idOfFirst(list.text);
  const page = await get(`/dev/mail/${id}`);
  for (const part of ['meera@example.com', 'as text', 'lesson.ics', `src="/dev/mail/${id}/body"`])
    expect(page.text).toContain(part);
  const body = await get(`/dev/mail/${id}/body`);
  expect(body.text).toContain('<p id="html">as HTML</p>');

  const links = [...page.text.matchAll(/href="([^"]+attachments[^"]+)"/g)].map(([, href]) => href ?? '');
  const files = await Promise.all(links.map(get));
  expect(files.some(({ text }) => text.includes('BEGIN:VCALENDAR'))).toBe(true);
  for (const { response } of files) {
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  }
});

test('what a mail says runs nothing: it is escaped in our pages and confined in its own', async () => {
  await send(mail, { messageId: '<script@example.com>' });
  const list = await get('/dev/mail');
  const page = await get(`/dev/mail/${idOfFirst(list.text)}`);
  for (const { text, response } of [list, page]) {
    expect(text).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  const body = await get(`/dev/mail/${idOfFirst(list.text)}/body`);
  expect(body.response.headers.get('content-security-policy')).toMatch(/^sandbox.*default-src 'none'/);
});

test('a mail or an attachment that is not there is not found', async () => {
  expect((await get('/dev/mail/nothing')).response.ok).toBe(false);
  await send(mail, { messageId: '<three@example.com>' });
  const id = idOfFirst((await get('/dev/mail')).text);
  expect((await get(`/dev/mail/${id}/attachments/9`)).response.ok).toBe(false);
});

test('the stylesheet comes from here', async () => {
  const { response } = await get('/dev/mail/mail.css');
  expect(response.headers.get('content-type')).toMatch(/^text\/css/);
});
