import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { Refusal } from '../Refusal.ts';
import { accountText } from '../text/accounts.ts';
import { holdsPerson } from './rules.ts';

let estimate: ZxcvbnFactory | undefined;
/** Built when first needed: its word lists cost 50 ms and some memory. */
const estimator = () => (estimate ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));

/** Scores of zxcvbn: 0 and 1 are found within a million guesses. */
const lowestScore = 2;

/**
 * Refuses a password that is common, or nearly so ("P4ssword123", "qwertyuiop", "aaaaaaaaaaaa"), and one that
 * holds the person's name or e-mail.
 * @throws Refusal `invalid` for the field `password`
 */
export function refusePassword(password: string, person: { name: string; email: string }): void {
  if (holdsPerson(password, person)) refuse(accountText.passwordPersonal);
  if (estimator().check(password).score < lowestScore) refuse(accountText.passwordCommon);
}

function refuse(message: string): never {
  throw new Refusal('invalid', { fields: [{ field: 'password', message }] });
}
