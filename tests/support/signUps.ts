import { randomUUID } from 'node:crypto';

export const freshEmail = () => `${randomUUID()}@example.com`;
/** A sign-up as the wizard sends it. */
export const learner = (over: object = {}) => ({
  role: 'learner',
  name: 'Asha Rao',
  email: freshEmail(),
  password: 'seven quiet elephants',
  interests: ['Python', 'Guitar'],
  goals: 'Write a game',
  ...over,
});
export const mentor = (over: object = {}) => ({
  role: 'mentor',
  name: 'Arjun Rao',
  email: freshEmail(),
  password: 'seven quiet elephants',
  domains: ['Programming'],
  skills: ['Python'],
  bio: 'I have taught Python for ten years, and still learn.',
  ...over,
});
