import type { RoomFact } from '../contracts/facts.ts';

export type RepairStep = Extract<RoomFact, { type: 'media.repaired' }>['step'];

/** What is tried, the gentlest first, and how long it is waited for (milliseconds) before the next. */
const ladder: { step: RepairStep; patienceMs: number }[] = [
  { step: 'nudge', patienceMs: 3_000 },
  { step: 'renew', patienceMs: 6_000 },
  { step: 'restartIce', patienceMs: 6_000 },
  { step: 'reopen', patienceMs: 12_000 },
];
export const repairSteps = ladder.map(({ step }) => step);

/** What has been tried so far for one person who does not get what another one sends. */
export interface Repairs {
  tried: RepairStep[];
  lastMs: number;
}

/**
 * Each step is tried once.
 * @returns `wait` while the last one may still work, `give up` when there is none left.
 */
export function nextRepair(repairs: Repairs | undefined, nowMs: number): RepairStep | 'wait' | 'give up' {
  const last = ladder[(repairs?.tried.length ?? 0) - 1];
  if (repairs && last && nowMs - repairs.lastMs < last.patienceMs) return 'wait';
  return ladder[repairs?.tried.length ?? 0]?.step ?? 'give up';
}
