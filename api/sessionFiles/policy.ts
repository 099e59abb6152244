import type { Role } from '../contracts/accounts.ts';

interface File {
  userId: string;
  use: 'chat' | 'resource';
  toUserId: string | null;
}

/** Who may have a lesson's file: of resources, those of the lesson; of the chat, who may read its message. */
export function mayHave(
  me: { userId: string; standing: Role | null },
  { userId, use, toUserId }: File,
): boolean {
  if (me.standing !== 'mentor' && me.standing !== 'learner') return false;
  return use === 'resource' || toUserId === null || [userId, toUserId].includes(me.userId);
}
