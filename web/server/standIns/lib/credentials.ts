import type { Credentials } from '../../../lib/credentials.ts';

const settled = Promise.resolve();
const refuse = () => Promise.resolve(false);
const noop = () => undefined;

/** On the server every page is a visitor's: nothing personal can stand in what is kept for everyone. */
export const credentials: Credentials = {
  user: () => null,
  isLoggedIn: () => false,
  lapsed: () => false,
  accessToken: noop,
  freshToken: () => Promise.resolve(undefined),
  known: () => true,
  refresh: refuse,
  restore: () => settled,
  settled: () => settled,
  loggedIn: noop,
  loggedOut: noop,
  leave: noop,
};
