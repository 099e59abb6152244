import type { DeletionBlock } from '../contracts/privacy.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export const exportRules = {
  /** In 24 hours. */
  aDay: 3,
  /** The file is there for so long. */
  keptMs: 7 * 24 * hourMs,
  /** A link to it is good for so long. */
  linkMs: 15 * minuteMs,
  /** The job gives up sooner than that. */
  lostAfterMs: 3 * hourMs,
  /** Of those that are over, so long it is shown that they were. */
  rememberedMs: 30 * 24 * hourMs,
};

/** A domain that can never be anybody's (RFC 2606). */
export const deletedEmail = (id: string): string => `deleted-${id}@deleted.invalid`;

interface Standing {
  role: 'learner' | 'mentor' | 'admin';
  /** Lessons that are live with them in it: their own, or with a seat of theirs. */
  live: number;
  /** Their own lessons to come in which others have seats. */
  booked: number;
  otherAdmins: number;
}

/** What has to be settled before an account can go. */
export function blocksOf({ role, live, booked, otherAdmins }: Standing): DeletionBlock[] {
  const blocks: DeletionBlock[] = [];
  if (live > 0) blocks.push('liveSession');
  if (booked > 0) blocks.push('upcomingSessions');
  if (role === 'admin' && otherAdmins === 0) blocks.push('lastAdmin');
  return blocks;
}
