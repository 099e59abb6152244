import { accounts } from './en/accounts.ts';
import { sessions } from './en/sessions.ts';
import { errors, shell, time, ui } from './en/shell.ts';
import { site } from './en/site.ts';

/**
 * The text that every page has, in English; it weighs on the landing page, so what only some pages need is a part of
 * its own: see `definePart` and `web/text/dashboards.ts`. Parameters are arguments; plurals go by `plural`.
 */
export const en = { ...accounts, ...sessions, ...site, errors, shell, time, ui };
