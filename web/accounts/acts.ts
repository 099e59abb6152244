import { z } from 'zod';
import { signedIn, type LogIn } from '../../api/contracts/accounts.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';

/** @throws ApiError `wrong_credentials`, `too_many_requests`, `invalid` */
export async function logIn(who: LogIn): Promise<void> {
  credentials.loggedIn(await api.post('/api/auth/login', signedIn, who));
}

/** Ends the log-in on the server; this page forgets it even when the server cannot be reached. */
export async function logOut(): Promise<void> {
  await api.post('/api/auth/logout', z.unknown()).catch(() => undefined);
  credentials.loggedOut();
}
