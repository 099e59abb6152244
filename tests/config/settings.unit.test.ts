import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { environment, loadSettings, projectRoot, SettingsError } from '../../config/settings.ts';
import { makeVapidKeys } from '../../config/vapidKeys.ts';

const secrets = { JWT_SECRET: 'j'.repeat(32), TICKET_SECRET: 't'.repeat(32), DATA_SECRET: 'd'.repeat(32) };

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    loadSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  it('needs nothing but secrets outside production', () => {
    const settings = loadSettings(secrets);
    expect(settings.publicUrl).toBe('http://localhost:4000');
    expect(settings.demo).toBe(true);
    expect(settings.mail).toMatchObject({ smtpUrl: 'smtp://127.0.0.1:4025', devPort: 4025 });
    expect(settings.databaseUrl).toBe(`sqlite:${join(projectRoot, '.data/peerlearn.sqlite')}`);
  });

  it('names everything that production lacks, all at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });
    for (const name of [
      'JWT_SECRET',
      'TICKET_SECRET',
      'DATA_SECRET',
      'PUBLIC_URL',
      'REDIS_URL',
      'SMTP_URL',
      'METRICS_TOKEN',
    ]) {
      expect(problems).toContain(`${name} is required in production`);
    }
  });

  it('names each wrong value', () => {
    const problems = problemsOf({
      ...secrets,
      JWT_SECRET: 'short',
      API_PORT: '70000',
      PUBLIC_URL: 'not a url',
    });
    expect(problems.map((line) => line.split(':')[0]).sort()).toEqual([
      'API_PORT',
      'JWT_SECRET',
      'PUBLIC_URL',
    ]);
  });

  it('takes keys for web push as a pair, or none', () => {
    expect(loadSettings(secrets).push.vapid).toBeNull();
    const [{ publicKey, privateKey }, other] = [makeVapidKeys(), makeVapidKeys()];
    const pair = { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey };
    const subject = 'mailto:lessons@peerlearn.invalid';
    expect(loadSettings({ ...secrets, ...pair }).push.vapid).toEqual({ publicKey, privateKey, subject });
    for (const broken of [
      { VAPID_PUBLIC_KEY: publicKey },
      { VAPID_PRIVATE_KEY: privateKey },
      { ...pair, VAPID_PUBLIC_KEY: other.publicKey },
      { ...pair, VAPID_PRIVATE_KEY: 'nonsense' },
    ])
      expect(problemsOf({ ...secrets, ...broken })).toEqual([
        'VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY: must be a pair, or both empty',
      ]);
    expect(problemsOf({ ...secrets, VAPID_SUBJECT: 'http://learn.example' })[0]).toMatch(/^VAPID_SUBJECT: /);
  });

  it('takes addresses for media and for TURN as lists (ROOM-19)', () => {
    const given = loadSettings({
      ...secrets,
      MEDIA_RTC_IP: '0.0.0.0, ::',
      MEDIA_ANNOUNCED_ADDRESS: '203.0.113.7,2001:db8::7',
      TURN_URLS: 'turn:turn.example:3478?transport=udp, turns:[2001:db8::8]:443?transport=tcp',
      TURN_SECRET: secrets.JWT_SECRET,
    });
    expect(given.media.rtc.addresses).toEqual([
      { ip: '0.0.0.0', announcedAddress: '203.0.113.7' },
      { ip: '::', announcedAddress: '2001:db8::7' },
    ]);
    expect(given.turn.urls).toHaveLength(2);
    const unset = loadSettings(secrets);
    expect(unset.media.rtc.addresses).toEqual([{ ip: '127.0.0.1', announcedAddress: undefined }]);
    expect(unset.turn.urls).toEqual([]);
    for (const [name, wrong] of [
      ['MEDIA_RTC_IP', { MEDIA_RTC_IP: 'localhost' }],
      ['MEDIA_RTC_IP', { MEDIA_RTC_IP: ',' }],
      ['MEDIA_ANNOUNCED_ADDRESS', { MEDIA_RTC_IP: '0.0.0.0,::', MEDIA_ANNOUNCED_ADDRESS: '203.0.113.7' }],
      ['TURN_URLS', { TURN_URLS: 'https://turn.example', TURN_SECRET: secrets.JWT_SECRET }],
      ['TURN_URLS and TURN_SECRET', { TURN_URLS: 'turn:turn.example' }],
      ['TURN_URLS and TURN_SECRET', { TURN_SECRET: secrets.JWT_SECRET }],
      ['TURN_SECRET', { TURN_URLS: 'turn:turn.example', TURN_SECRET: 'short' }],
      ['TURN_CREDENTIAL_SECONDS', { TURN_CREDENTIAL_SECONDS: '0' }],
    ] as const)
      expect(problemsOf({ ...secrets, ...wrong }).map((line) => line.split(':')[0])).toEqual([name]);
  });

  it('has no local mailbox when mail goes to a real server, and none in production', () => {
    expect(loadSettings({ ...secrets, SMTP_URL: 'smtp://mail.example:25' }).mail.devPort).toBeUndefined();
  });
});

describe('.env.example', () => {
  const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
  const shown = Object.entries(parseEnv(example));

  it('names every setting, and no other', () => {
    // PEERLEARN_CACHE_DIR is read by the set-up, before settings can be.
    const expected = [...Object.keys(environment.shape), 'PEERLEARN_CACHE_DIR'];
    expect(Object.keys(parseEnv(example)).sort()).toEqual(expected.sort());
  });

  it('shows values that the settings accept', () => {
    expect(problemsOf({ ...parseEnv(example), ...secrets })).toEqual([]);
  });

  it('shows the defaults', () => {
    const defaults: Record<string, unknown> = environment.parse(secrets);
    for (const [name, value] of shown.filter(([, value]) => value !== '')) {
      expect(`${name}=${value}`).toBe(`${name}=${JSON.stringify(defaults[name]).replace(/^"|"$/g, '')}`);
    }
  });
});
