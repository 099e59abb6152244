import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { preferences, type Preferences } from '../../api/contracts/preferences.ts';
import { channels } from '../../api/contracts/events.ts';
import { buildUser } from '../support/builders.ts';
import { outboxRows } from '../support/outboxRows.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import type { TestClient } from '../support/testClient.ts';

let api: TestApi;
let me: TestClient;
let userId: string;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  const user = await buildUser(api.knex);
  userId = user.id;
  me = await api.as(user);
});
afterAll(() => api.close());

const path = '/api/profile/preferences';
const read = () => me.get(preferences, path);
const save = (change: object) => me.post(preferences, path, change);
const both = { email: true, push: true };
const defaults: Preferences = {
  ...{ locale: 'en', timeZone: 'Asia/Kolkata', sound: true, quietHours: null },
  ways: { bookings: both, lessons: both, reminders: both, account: both },
};

describe('preferences (WEB-6)', () => {
  test('are by every way, with sound and without quiet hours, until something is chosen', async () => {
    expect(await read()).toEqual(defaults);
  });

  test('change where they are named, and stay otherwise', async () => {
    const quietHours = { from: '22:30', to: '07:00' };
    expect(await save({ quietHours })).toEqual({ ...defaults, quietHours });
    const ways = { ...defaults.ways, lessons: { email: false, push: true } };
    await save({ ways, locale: 'hi', timeZone: 'America/New_York' });
    const chosen = { ...defaults, quietHours, ways, locale: 'hi', timeZone: 'America/New_York' };
    expect(await read()).toEqual(chosen);
    expect(await save({ sound: false, quietHours: null })).toEqual({
      ...chosen,
      ...{ sound: false, quietHours: null },
    });
    expect(await save({})).toEqual(await read());
  });

  test('that two pages save at once are both kept', async () => {
    await Promise.all([save({ sound: false }), save({ timeZone: 'Europe/London' }), save({ locale: 'hi' })]);
    expect(await read()).toMatchObject({ sound: false, timeZone: 'Europe/London', locale: 'hi' });
  });

  test('are told to the person’s other pages, and to nobody else’s', async () => {
    const saved = await save({ timeZone: 'Pacific/Chatham' });
    const [row, ...more] = await outboxRows(api.knex, 'preferences.changed', 'Pacific/Chatham');
    expect(row).toMatchObject({ channels: [channels.user(userId)], payload: { preferences: saved } });
    expect(more).toEqual([]);
  });

  test.for([
    [{ locale: 'fr' }, 'locale'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: '' }, 'timeZone'],
    [{ sound: 'yes' }, 'sound'],
    [{ ways: { bookings: both } }, 'ways.lessons'],
    [{ ways: { ...defaults.ways, account: { email: true } } }, 'ways.account.push'],
    [{ quietHours: { from: '24:00', to: '07:00' } }, 'quietHours.from'],
    [{ quietHours: { from: '22:30', to: '7:00' } }, 'quietHours.to'],
    [{ quietHours: { from: '07:00', to: '07:00' } }, 'quietHours.to'],
    [{ quietHours: { from: '07:00' } }, 'quietHours.to'],
  ] as const)('%o is refused, naming %s', async ([change, field]) => {
    const { code, fields } = await me.refused('POST', path, change);
    expect(code).toBe('invalid');
    expect(fields?.map((each) => each.field)).toContain(field);
    expect(await read()).toEqual(defaults);
  });

  test('are nothing for visitors', async () => {
    for (const method of ['GET', 'POST'])
      expect((await api.visitor.refused(method, path, method === 'POST' ? {} : undefined)).code).toBe(
        'not_signed_in',
      );
  });
});
