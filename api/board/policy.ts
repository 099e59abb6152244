import type { Role } from '../contracts/accounts.ts';

/** Who may see a lesson's board after it: those who took part in it, as with its chat. */
export const mayReadBoard = (standing: Role | null): boolean =>
  standing === 'mentor' || standing === 'learner';
