import { credentials } from '../lib/credentials.ts';
import { homeOf } from '../shell/homeOf.ts';
import { ownPath } from './authGate.ts';

/** Where somebody who is logged in now wanted to go, else their dashboard. */
export function nextPath(next: string | undefined): string {
  const user = credentials.user();
  return ownPath(next) ?? (user ? homeOf(user.role) : '/');
}
