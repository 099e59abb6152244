import { z } from 'zod';
import { signedIn, type LogIn } from '../../api/contracts/accounts.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { queryClient } from '../lib/queryClient.ts';

/** @throws ApiError `wrong_credentials`, `too_many_requests`, `invalid` */
export async function logIn(who: LogIn): Promise<void> {
  const answer = await api.post('/api/auth/login', signedIn, who);
  // What was fetched for a visitor or another person must not be shown to this one.
  queryClient.clear();
  credentials.loggedIn(answer);
}

/** Ends the log-in on the server; this page forgets it even when the server cannot be reached. */
export async function logOut(): Promise<void> {
  await api.post('/api/auth/logout', z.unknown()).catch(() => undefined);
  credentials.loggedOut();
  queryClient.clear();
}
