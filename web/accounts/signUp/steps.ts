import type { SignUpRole } from '../authGate.ts';

export type StepName = 'role' | 'about' | 'interests' | 'teaching' | 'profile' | 'code';

const ways: Record<SignUpRole, readonly StepName[]> = {
  learner: ['role', 'about', 'interests', 'code'],
  mentor: ['role', 'about', 'teaching', 'profile', 'code'],
};

/** The steps of a wizard (AUTH-2); before a role is chosen they are those of a learner. */
export const stepsOf = (role: SignUpRole | null): readonly StepName[] => ways[role ?? 'learner'];

export type SignUpField =
  'role' | 'name' | 'email' | 'password' | 'interests' | 'goals' | 'domains' | 'skills' | 'bio';

/** What each step asks for, in the order in which it stands there. */
export const fieldsOf: Record<StepName, readonly SignUpField[]> = {
  role: ['role'],
  about: ['name', 'email', 'password'],
  interests: ['interests', 'goals'],
  teaching: ['domains', 'skills'],
  profile: ['bio'],
  code: [],
};

/** The first of the steps that asks for one of these. */
export const stepWith = (steps: readonly StepName[], fields: string[]): StepName | undefined =>
  steps.find((step) => fieldsOf[step].some((field) => fields.includes(field)));
