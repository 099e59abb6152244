import { accounts } from './en/accounts.ts';
import { dashboards } from './en/dashboards.ts';
import { sessions } from './en/sessions.ts';
import { errors, shell, time, ui } from './en/shell.ts';

/** All text that people read, in English. Parameters are arguments; plurals go by `plural`. */
export const en = { ...accounts, ...dashboards, ...sessions, errors, shell, time, ui };
