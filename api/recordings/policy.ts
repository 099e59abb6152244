import type { Role } from '../contracts/accounts.ts';

/** Who may watch a lesson's recording: those who took part in it, as with its chat. */
export const mayWatch = (standing: Role | null): boolean => standing === 'mentor' || standing === 'learner';
