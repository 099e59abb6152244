import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { role } from '../../api/contracts/accounts.ts';
import { problem } from '../../api/contracts/errors.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { type CallName, describedCalls, fillCall } from '../support/calls.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import type { TestClient } from '../support/testClient.ts';

/**
 * Who may make which call (AUTH-9). A new route needs a line here: without one the first test fails. Where the role is
 * looked at only after the body, the line gives a good body, so that the refusal is not about that.
 */
const anyone = ['visitor', 'learner', 'mentor', 'admin'] as const;
const signedIn = ['learner', 'mentor', 'admin'] as const;
const learner = ['learner'] as const;
const mentor = ['mentor'] as const;
const admin = ['admin'] as const;
const mentorAndAdmin = ['mentor', 'admin'] as const;

type Who = (typeof anyone)[number];
type Line = readonly Who[] | { who: readonly Who[]; body: object };

const proof = { password: testPassword, code: '000000' };
const table: Partial<Record<CallName, Line>> = {
  'GET /api/config': anyone,
  'GET /api/landing': anyone,
  'GET /api/mentors': anyone,
  'GET /api/mentors/{id}': anyone,
  'GET /api/mentors/{id}/reviews': anyone,
  'GET /api/sessions': anyone,
  'GET /api/sessions/{id}': anyone,
  'GET /api/topics': anyone,
  'POST /api/auth/check-person': anyone,
  'POST /api/auth/email-available': anyone,
  'POST /api/auth/finish-sign-up': anyone,
  'POST /api/auth/login': anyone,
  'POST /api/auth/login-by-code': anyone,
  'POST /api/auth/login-code': anyone,
  'POST /api/auth/logout': anyone,
  'POST /api/auth/refresh': anyone,
  'POST /api/auth/resend-code': anyone,
  'POST /api/auth/reset-code': anyone,
  'POST /api/auth/reset-password': anyone,
  'POST /api/auth/sign-up': anyone,
  'POST /api/auth/totp': anyone,
  'POST /api/auth/totp-finish': anyone,
  'POST /api/auth/totp-setup': anyone,

  'GET /api/notifications': signedIn,
  'GET /api/profile': signedIn,
  'GET /api/profile/deletion': signedIn,
  'GET /api/profile/exports': signedIn,
  'GET /api/profile/logins': signedIn,
  'GET /api/profile/preferences': signedIn,
  'GET /api/push/key': signedIn,
  'GET /api/rooms/{roomCode}': signedIn,
  'GET /api/sessions/{id}/chat': signedIn,
  'GET /api/sessions/{id}/recordings': signedIn,
  'POST /api/recordings/{id}/compose': mentor,
  'GET /api/sessions/{id}/chat/transcript': signedIn,
  'GET /api/sessions/{id}/board': signedIn,
  'GET /api/sessions/{id}/board/changes': signedIn,
  'POST /api/sessions/{id}/board/images': signedIn,
  'GET /api/sessions/{id}/board/images/{fileId}': signedIn,
  'GET /api/sessions/{id}/topics': signedIn,
  'GET /api/sessions/{id}/attendance': signedIn,
  'GET /api/sessions/{id}/review': signedIn,
  'GET /api/sessions/{id}/files/{fileId}': signedIn,
  'GET /api/sessions/{id}/resources': signedIn,
  'GET /api/sessions/{id}/quality': signedIn,
  'GET /api/uploads/{id}': signedIn,
  'POST /api/connection-checks': signedIn,
  'POST /api/notifications/read-all': signedIn,
  'POST /api/notifications/{id}/read': signedIn,
  'POST /api/profile': signedIn,
  'POST /api/profile/delete': signedIn,
  'POST /api/profile/exports': signedIn,
  'POST /api/profile/logins/end-others': signedIn,
  'POST /api/profile/logins/{id}/end': signedIn,
  'POST /api/profile/password': signedIn,
  'POST /api/profile/picture/remove': signedIn,
  'POST /api/profile/preferences': signedIn,
  'POST /api/push/subscriptions': signedIn,
  'POST /api/push/subscriptions/end': signedIn,
  'POST /api/sessions/{id}/reports': signedIn,
  'POST /api/sessions/{id}/chat/files': signedIn,
  'POST /api/sessions/{id}/review': signedIn,
  'POST /api/sessions/{id}/ticket': signedIn,

  'GET /api/bookings': learner,
  'POST /api/bookings': learner,
  'POST /api/bookings/{id}/cancel': learner,

  'GET /api/profile/payout-account': mentor,
  'POST /api/profile/intro-video/remove': mentor,
  'POST /api/profile/payout-account': mentor,
  'POST /api/profile/payout-account/remove': mentor,
  'POST /api/sessions': mentor,
  'POST /api/sessions/{id}/cancel': mentor,
  'POST /api/sessions/{id}/end': mentor,
  'POST /api/sessions/{id}/extend': {
    who: mentor,
    body: { minutes: 5, endsAt: '2026-11-21T10:00:00.000Z' },
  },
  'POST /api/sessions/{id}/live': mentor,
  'POST /api/sessions/{id}/resources': mentor,
  'POST /api/sessions/{id}/resources/{fileId}/remove': mentor,

  'GET /api/reports': admin,

  'GET /api/profile/two-factor': mentorAndAdmin,
  'POST /api/profile/two-factor/begin': { who: mentorAndAdmin, body: { password: testPassword } },
  'POST /api/profile/two-factor/confirm': { who: mentorAndAdmin, body: { code: '000000' } },
  'POST /api/profile/two-factor/off': { who: mentor, body: proof },
  'POST /api/profile/two-factor/recovery-codes': { who: mentorAndAdmin, body: proof },
};
const lines = Object.entries(table) as [CallName, Line][];

let api: TestApi;
let clients: Record<Who, TestClient>;
beforeAll(async () => {
  api = await startTestApi();
  const as = async (one: 'learner' | 'mentor' | 'admin') => api.as(await buildUser(api.knex, { role: one }));
  clients = {
    visitor: api.visitor,
    learner: await as('learner'),
    mentor: await as('mentor'),
    admin: await as('admin'),
  };
});
afterAll(() => api.close());

/** What a call is refused with because of who makes it; 'no' when it got further than that. */
async function refusalOf(who: Who, name: CallName, body: object): Promise<string> {
  const { method, path } = fillCall(name);
  const answer = await clients[who].send(method, path, method === 'GET' ? undefined : body);
  if (answer.status < 400) return 'no';
  const { code } = problem.parse(answer.body);
  expect(answer.status, `${name} as ${who}`).not.toBe(500);
  return code === 'not_signed_in' || code === 'forbidden' ? code : 'no';
}

describe('who may make which call (AUTH-9)', () => {
  test('is said for every call of the OpenAPI document, and for no other', async () => {
    expect(lines.map(([name]) => name).sort()).toEqual((await describedCalls(api)).sort());
  });

  test('the table knows every role', () => {
    expect([...anyone].sort()).toEqual(['visitor', ...role.options].sort());
  });

  test.for(lines)('%s', async ([name, line]) => {
    const { who, body } = 'who' in line ? line : { who: line, body: {} };
    const told: Partial<Record<Who, string>> = {};
    const expected: Partial<Record<Who, string>> = {};
    for (const one of anyone) {
      told[one] = await refusalOf(one, name, body);
      expected[one] = who.includes(one) ? 'no' : one === 'visitor' ? 'not_signed_in' : 'forbidden';
    }
    expect(told).toEqual(expected);
  });
});
