import type { Role } from '../contracts/accounts.ts';

/**
 * Who may read what was said in a lesson: those who took part in it. An admin is seen by everybody while in a room;
 * afterwards nobody would see them read.
 */
export const mayReadChat = (standing: Role | null): boolean =>
  standing === 'mentor' || standing === 'learner';
