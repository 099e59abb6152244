import { z } from 'zod';
import {
  aboutLearning,
  aboutMentor,
  aboutPerson,
  aboutTeaching,
  bioMaxLength,
  bioMinLength,
} from '../../../api/contracts/signUp.ts';
import type { FieldProblem } from '../../../api/contracts/errors.ts';
import { t } from '../../text/signUp.ts';
import type { Draft } from './draft.ts';
import { holdsPerson } from './passwordHint.ts';
import { fieldsOf, type SignUpField, type StepName } from './steps.ts';

export type FieldErrors = Partial<Record<SignUpField, string>>;
type Filled = Draft & { password: string };

const contracts: Record<StepName, z.ZodType> = {
  role: z.object({ role: z.enum(['learner', 'mentor']) }),
  about: aboutPerson,
  interests: aboutLearning,
  teaching: aboutTeaching,
  profile: aboutMentor,
  code: z.object({}),
};

/** What the contract refuses of a step, as a sentence at each field; the API checks the same again. */
export function checkStep(step: StepName, filled: Filled): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of contracts[step].safeParse(filled).error?.issues ?? []) {
    const field = fieldsOf[step].find((known) => known === issue.path[0]);
    if (field) errors[field] ??= sentenceOf(field, issue.code, filled);
  }
  return errors;
}

function sentenceOf(field: SignUpField, code: z.core.$ZodIssue['code'], filled: Filled): string {
  switch (field) {
    case 'name':
      return code === 'invalid_format' ? t('signUp.wrong.characters') : t('signUp.wrong.name');
    case 'password':
      if (filled.password === '' && filled.isPersonRight) return t('signUp.wrong.passwordAgain');
      return code === 'too_big' ? t('signUp.wrong.passwordLong') : t('signUp.wrong.password');
    case 'bio':
      return bioSentence(filled.bio.trim().length);
    case 'role':
    case 'email':
    case 'interests':
    case 'goals':
    case 'domains':
    case 'skills':
      return t(`signUp.wrong.${field}`);
  }
}

function bioSentence(length: number): string {
  if (length < bioMinLength) return t('signUp.wrong.bio', { count: bioMinLength - length });
  return length > bioMaxLength ? t('signUp.wrong.bioLong') : t('signUp.wrong.characters');
}

/** What the API refused, in our own words: it knows whose address is taken and which passwords are common. */
export function refusedFields(problems: FieldProblem[], filled: Filled): FieldErrors {
  const errors: FieldErrors = {};
  for (const name of problems.map((problem) => problem.field.split('.')[0])) {
    const field = Object.values(fieldsOf)
      .flat()
      .find((known) => known === name);
    if (field === 'email') errors.email = t('signUp.taken');
    else if (field === 'password') errors.password = passwordSentence(filled);
    else if (field) errors[field] = sentenceOf(field, 'custom', filled);
  }
  return errors;
}

const passwordSentence = (filled: Filled): string =>
  holdsPerson(filled.password, filled)
    ? t('signUp.wrong.passwordPersonal')
    : t('signUp.wrong.passwordCommon');
