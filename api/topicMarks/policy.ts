import type { Role } from '../contracts/accounts.ts';

/** Who may see how far a lesson came: those who may be in its room. */
export const maySeeTopics = (standing: Role | null): boolean => standing !== null;
