import type { en } from './en.ts';
import { accounts } from './hi/accounts.ts';
import { sessions } from './hi/sessions.ts';
import { errors, shell, time, ui } from './hi/shell.ts';
import { site } from './hi/site.ts';

/** The same in Hindi: what is missing here does not compile. */
export const hi: typeof en = { ...accounts, ...sessions, ...site, errors, shell, time, ui };
