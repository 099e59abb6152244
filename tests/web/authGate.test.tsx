// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authGate, ownPath } from '../../web/accounts/authGate.ts';
import { createLogInFlow, setTypedEmail } from '../../web/accounts/logInFlow.ts';
import { credentials } from '../../web/lib/credentials.ts';

const sessionId = '0b8f6a52-97e0-4c58-9f0a-3a2f5b1c7d10';
const book = { kind: 'book', sessionId } as const;
const stored = () => JSON.parse(sessionStorage.getItem('peerlearn.auth') ?? 'null') as object | null;
const store = (about: object) =>
  sessionStorage.setItem(
    'peerlearn.auth',
    JSON.stringify({ view: 'logIn', act: book, path: location.pathname, beganAt: Date.now(), ...about }),
  );
const minutesMs = 60_000;
const inTenMinutes = () => new Date(Date.now() + 10 * minutesMs).toISOString();

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  authGate.giveUp();
  setTypedEmail('');
  credentials.loggedOut();
  vi.useRealTimers();
});

describe('what a visitor began (AUTH-8)', () => {
  it('is kept in the tab until it is given up', () => {
    authGate.after(book);
    expect(authGate.current()).toMatchObject({ view: 'logIn', act: book });
    expect(stored()).toMatchObject({ act: book });
    authGate.show('signUp');
    expect(authGate.current()).toMatchObject({ view: 'signUp', act: book });
    authGate.giveUp();
    expect(authGate.current()).toBeNull();
    expect(stored()).toBeNull();
  });

  it('is taken up after a reload of its page', async () => {
    store({});
    await authGate.start(() => undefined);
    expect(authGate.current()).toMatchObject({ act: book });
  });

  it.for([
    ['an hour later', { beganAt: Date.now() - 61 * minutesMs }],
    ['on another page', { path: '/elsewhere' }],
    ['when it is not one of ours', { act: { kind: 'erase', sessionId } }],
    ['when it leads away from us', { act: { kind: 'go', path: '//evil.example' } }],
  ] as const)('is forgotten %s', async ([, about]) => {
    store(about);
    await authGate.start(() => undefined);
    expect(authGate.current()).toBeNull();
  });

  it('is given up by who goes elsewhere', () => {
    authGate.after(book);
    history.pushState(null, '', '/elsewhere');
    authGate.moved();
    expect(authGate.current()).toBeNull();
    history.pushState(null, '', '/');
  });
});

it.for([
  ['/dashboard/learner?x=1#y', true],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['https://evil.example', false],
  ['javascript:alert(1)', false],
  ['', false],
  [undefined, false],
] as const)('?next=%s is followed: %s (AUTH-8)', ([next, isOwn]) => {
  expect(ownPath(next)).toBe(isOwn ? next : undefined);
});

describe('a log-in under way (AUTH-5, AUTH-7)', () => {
  it('goes on after a reload with the step and the e-mail, and never keeps what is shown once', () => {
    const flow = createLogInFlow();
    flow.setEmail('asha@example.com');
    flow.answered({ next: 'totp', challenge: 'c', expiresAt: inTenMinutes() });
    setTypedEmail('');
    const again = createLogInFlow();
    expect(again.step()).toMatchObject({ at: 'totp', challenge: 'c' });
    expect(again.email()).toBe('asha@example.com');
    const user = { id: sessionId, role: 'admin', name: 'L', email: 'l@example.com' } as const;
    const rest = { locale: 'en', timeZone: 'Asia/Kolkata', pictureUrl: null } as const;
    const answer = { accessToken: 't', expiresAt: inTenMinutes(), user: { ...user, ...rest } };
    flow.go({ at: 'recoveryCodes', answer, codes: ['4K7Q-9XWM'] });
    expect(JSON.stringify(sessionStorage)).not.toContain('4K7Q');
  });

  it('begins anew when its second step is over', () => {
    const flow = createLogInFlow();
    flow.answered({ next: 'totp', challenge: 'c', expiresAt: new Date(Date.now() - 1000).toISOString() });
    expect(createLogInFlow().step()).toEqual({ at: 'password' });
    flow.beginAnew();
    expect(flow.notice()).toBe('beganAnew');
  });
});
