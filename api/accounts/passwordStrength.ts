import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { FieldProblem } from '../contracts/errors.ts';
import { Refusal } from '../Refusal.ts';
import { accountText } from '../text/accounts.ts';
import { holdsPerson } from './rules.ts';

let estimate: ZxcvbnFactory | undefined;
/** Built when first needed: its word lists cost 50 ms and some memory. */
const estimator = () => (estimate ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));

/** Scores of zxcvbn: 0 and 1 are found within a million guesses. */
const lowestScore = 2;

type Person = { name: string; email: string };

/**
 * What is wrong with a password that is common, or nearly so ("P4ssword123", "qwertyuiop", "aaaaaaaaaaaa"), or that
 * holds the person's name or e-mail.
 */
export function passwordProblems(password: string, person: Person): FieldProblem[] {
  const problem = (message: string) => [{ field: 'password', message }];
  if (holdsPerson(password, person)) return problem(accountText.passwordPersonal);
  return estimator().check(password).score < lowestScore ? problem(accountText.passwordCommon) : [];
}

/** @throws Refusal `invalid` for the field `password`, see `passwordProblems`. */
export function refusePassword(password: string, person: Person): void {
  const fields = passwordProblems(password, person);
  if (fields.length > 0) throw new Refusal('invalid', { fields });
}
