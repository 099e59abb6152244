import type { Role } from '../../api/contracts/accounts.ts';

export type ProfileField = 'name' | 'bio' | 'goals' | 'domains' | 'skills' | 'interests' | 'languages';

/** What a profile of this role holds, in the order of the form. */
export const profileFieldsOf = (role: Role): ProfileField[] =>
  ({
    learner: ['name', 'bio', 'interests', 'goals'] satisfies ProfileField[],
    mentor: ['name', 'bio', 'domains', 'skills', 'languages'] satisfies ProfileField[],
    admin: ['name'] satisfies ProfileField[],
  })[role];
