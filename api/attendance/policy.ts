import type { Role } from '../contracts/accounts.ts';

/** Whose stays someone may see: the mentor's and admins' are everybody's, a learner's the mentor's and their own. */
export function maySeeStay(
  me: { userId: string; standing: Role | null },
  whose: { userId: string; isMentor: boolean },
): boolean {
  if (me.standing === 'mentor' || me.standing === 'admin') return true;
  return me.standing === 'learner' && (whose.isMentor || whose.userId === me.userId);
}
