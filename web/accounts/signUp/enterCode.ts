import { signedIn } from '../../../api/contracts/accounts.ts';
import { api } from '../../lib/api.ts';
import { credentials } from '../../lib/credentials.ts';
import { ApiError } from '../../lib/problem.ts';
import { logIn } from '../acts.ts';

type Entry = { codeId: string; code: string };
type Person = { email: string; password: string };

/** Codes whose answer was lost on the way: they may have made the account. */
const unanswered = new Set<string>();

/**
 * Creates the account that waits for the code, and logs its person in. When the answer to an earlier try was lost, the
 * account may exist already: then its person is logged in by the password that was just chosen.
 * @throws ApiError `wrong_code`, `code_expired`, `conflict`, `too_many_requests`, `network`
 */
export async function enterCode(entry: Entry, person: Person): Promise<void> {
  try {
    credentials.loggedIn(await api.post('/api/auth/finish-sign-up', signedIn, entry));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const mayExist = unanswered.has(entry.codeId) && error.code === 'code_expired';
    if (error.code === 'network' || error.code === 'unavailable') unanswered.add(entry.codeId);
    if (!mayExist || person.password === '') throw error;
    const answer = await logIn(person).catch(() => {
      throw error;
    });
    if (answer.next !== 'done') throw error;
    credentials.loggedIn(answer);
  }
}
