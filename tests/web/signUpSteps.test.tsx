// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { checkStep, refusedFields } from '../../web/accounts/signUp/checkStep.ts';
import { clockUntil } from '../../web/accounts/signUp/clock.ts';
import {
  chooseRole,
  draft,
  forgetDraft,
  setDraft,
  setFiles,
  setSecret,
} from '../../web/accounts/signUp/draft.ts';
import { likelyEmail } from '../../web/accounts/signUp/emailTypos.ts';
import { holdsPerson as holdsPersonOfApi } from '../../api/accounts/rules.ts';
import { holdsPerson, passwordHint } from '../../web/accounts/signUp/passwordHint.ts';
import { stepsOf, stepWith } from '../../web/accounts/signUp/steps.ts';

const filled = {
  role: 'mentor' as const,
  step: 'about' as const,
  name: 'Asha Rao',
  email: 'asha@example.in',
  password: 'seven quiet elephants',
  interests: ['Python'],
  goals: '',
  domains: ['Programming' as const],
  skills: ['Python'],
  bio: 'I have taught Python for ten years, gladly.',
  isPersonRight: false,
  hasFiles: false,
  sent: null,
};

describe('the steps (AUTH-2)', () => {
  it('are four for a learner and five for a mentor', () => {
    expect(stepsOf('learner')).toEqual(['role', 'about', 'interests', 'code']);
    expect(stepsOf('mentor')).toEqual(['role', 'about', 'teaching', 'profile', 'code']);
  });

  it.each(stepsOf('mentor'))('%s is right when the contract takes it', (step) =>
    expect(checkStep(step, filled)).toEqual({}),
  );

  it.each([
    ['role', { role: null }, { role: 'Choose whether you want to learn or to teach.' }],
    ['about', { name: 'A' }, { name: 'Write your name with 2 to 80 letters.' }],
    [
      'about',
      { name: 'Asha \u202Eoar' },
      { name: 'This holds characters that cannot be shown. Remove them.' },
    ],
    ['about', { email: 'asha@' }, { email: 'Write your e-mail address, like name@example.in.' }],
    ['about', { email: 'аsha@example.in' }, { email: 'Write your e-mail address, like name@example.in.' }],
    ['about', { password: 'ninechars' }, { password: 'Use at least 10 characters.' }],
    ['about', { password: 'x'.repeat(201) }, { password: 'Use at most 200 characters.' }],
    [
      'interests',
      { interests: [] },
      { interests: 'Add at least one topic, so that we know what to suggest.' },
    ],
    ['interests', { goals: 'x'.repeat(501) }, { goals: 'Use at most 500 characters.' }],
    ['teaching', { domains: [] }, { domains: 'Choose at least one domain, at most three.' }],
    ['teaching', { skills: [] }, { skills: 'Add at least one skill, so that learners find you.' }],
    ['profile', { bio: ` ${'x'.repeat(29)} ` }, { bio: 'Write 1 character more.' }],
    ['profile', { bio: 'x'.repeat(1001) }, { bio: 'Use at most 1000 characters.' }],
  ] as const)('%s with %o says %o', (step, wrong, errors) =>
    expect(checkStep(step, { ...filled, ...wrong } as typeof filled)).toEqual(errors),
  );

  it('a password that a reload lost is asked for again, in these words', () => {
    const lost = { ...filled, password: '', isPersonRight: true };
    expect(checkStep('about', lost).password).toContain('Type your password again.');
  });

  it('a refusal of the API is said in our own words, at the first step that it is about', () => {
    const problems = [
      { field: 'email', message: '…' },
      { field: 'password', message: '…' },
      { field: 'skills.2', message: '…' },
      { field: 'unknown', message: '…' },
    ];
    const errors = refusedFields(problems, filled);
    expect(errors.email).toBe('This address already has an account.');
    expect(errors.password).toContain('easy to guess');
    expect(Object.keys(errors)).toEqual(['email', 'password', 'skills']);
    expect(stepWith(stepsOf('mentor'), Object.keys(errors))).toBe('about');
    expect(stepWith(stepsOf('mentor'), ['skills'])).toBe('teaching');
    expect(stepWith(stepsOf('mentor'), [])).toBeUndefined();
    const personal = refusedFields(problems, { ...filled, password: 'asha rao asha' });
    expect(personal.password).toContain('without your name');
  });
});

describe('what is kept (AUTH-2)', () => {
  const kept = () => sessionStorage.getItem('peerlearn.sign-up') ?? '';
  beforeEach(forgetDraft);

  it('is everything but the password and the files', () => {
    setDraft({ role: 'mentor', step: 'profile', name: 'Asha Rao', email: 'asha@example.in' });
    setSecret({ password: 'seven quiet elephants', sentPassword: 'seven quiet elephants' });
    setFiles({ picture: new File(['secret bytes'], 'me.png', { type: 'image/png' }) });
    expect(JSON.parse(kept())).toMatchObject({ name: 'Asha Rao', step: 'profile', hasFiles: true });
    expect(kept()).not.toContain('elephants');
    expect(kept()).not.toContain('me.png');
  });

  it('is nothing once the account exists', () => {
    setDraft('name', 'Asha Rao');
    forgetDraft();
    expect(draft.name).toBe('');
    expect(kept()).not.toContain('Asha');
  });

  it('another role begins at its first step and keeps who one is', () => {
    setDraft({ role: 'learner', step: 'interests', name: 'Asha Rao' });
    chooseRole('learner');
    expect(draft.step).toBe('interests');
    chooseRole('mentor');
    expect(draft).toMatchObject({ role: 'mentor', step: 'role', name: 'Asha Rao' });
  });
});

describe('the address that was meant (AUTH-3)', () => {
  it.each([
    ['asha@gmial.com', 'asha@gmail.com'],
    ['Asha@Gmail.con', 'asha@gmail.com'],
    ['asha@gmail.in', 'asha@gmail.com'],
    ['asha@yahooo.com', 'asha@yahoo.com'],
    ['asha@yahoo.co.im', 'asha@yahoo.co.in'],
    ['asha@rediffmial.com', 'asha@rediffmail.com'],
    ['asha@hotmial.com', 'asha@hotmail.com'],
    ['asha@outlok.com', 'asha@outlook.com'],
  ])('%s: %s', async (typed, meant) => expect(await likelyEmail(typed)).toBe(meant));

  it.each([
    ...['asha@gmail.com', 'asha@yahoo.co.in', 'asha@rediffmail.com', 'asha@mail.com', 'asha@zoho.in'],
    ...['asha@cse.iitb.ac.in', 'asha@nic.in', 'asha@mycompany.co.in', 'asha@startup.io', 'asha@gmx.de'],
  ])('%s is left alone', async (typed) => expect(await likelyEmail(typed)).toBeUndefined());
});

describe('how a password looks', () => {
  const person = { name: 'Asha Rao', email: 'asha.rao@example.in' };
  it.each([
    ['', undefined],
    ['short', 'short'],
    ['my asha.rao pass', 'personal'],
    ['Password2024!', 'easy'],
    ['P4ssw0rd123', 'easy'],
    ['qwertyuiop', 'easy'],
    ['aaaaaaaaaaaaaaaa', 'easy'],
    ['abcabcabcabc', 'easy'],
    ['1234567890', 'easy'],
    ['blue kites', 'fair'],
    ['seven quiet elephants', 'strong'],
  ])('%s: %s', (password, word) => expect(passwordHint(password, person)?.word).toBe(word));

  it('says how many characters are missing', () =>
    expect(passwordHint('seven', person)).toEqual({ word: 'short', missing: 5 }));

  it.each(['asha.rao1234', 'RAO rao rao', 'the asharao way', 'seven quiet elephants', 'example.in 12'])(
    'page and API agree on whether %s holds the person',
    (password) => expect(holdsPerson(password, person)).toBe(holdsPersonOfApi(password, person)),
  );
});

it('the time that is left is counted in minutes and seconds, never below zero', () => {
  const at = '2026-01-01T00:10:00.000Z';
  const before = (ms: number) => Date.parse(at) - ms;
  expect(clockUntil(at, before(600_000))).toBe('10:00');
  expect(clockUntil(at, before(61_001))).toBe('1:02');
  expect(clockUntil(at, before(9_000))).toBe('0:09');
  expect(clockUntil(at, before(-1))).toBe('0:00');
});
