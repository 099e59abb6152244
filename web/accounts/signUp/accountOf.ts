import type { Draft } from './draft.ts';

/** The account as it is asked for, without its password. */
export function accountOf({ role, name, email, interests, goals, domains, skills, bio }: Draft): string {
  const own = role === 'mentor' ? { domains, skills, bio } : { interests, goals };
  return JSON.stringify({ role, name, email, ...own });
}
