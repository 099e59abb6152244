const soonMs = 15 * 60_000;
const farMs = 24 * 3600_000;

/** What is left until an instant, never below zero; `soon` within the last 15 minutes, `far` before the last day. */
export function partsUntil(iso: string, nowMs: number) {
  const leftMs = Math.max(0, Date.parse(iso) - nowMs);
  const seconds = Math.ceil(leftMs / 1000);
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    hours: two(Math.floor(seconds / 3600)),
    minutes: two(Math.floor((seconds % 3600) / 60)),
    seconds: two(seconds % 60),
    soon: leftMs <= soonMs,
    far: leftMs > farMs,
  };
}

const spokenAt = [1, 5, 10];
/** The mark (10, 5 or 1 minutes) last passed on the way to an instant; undefined before the first and at the end. */
export function spokenMinutes(iso: string, nowMs: number): number | undefined {
  const leftMs = Date.parse(iso) - nowMs;
  if (leftMs <= 0) return undefined;
  return spokenAt.find((minutes) => leftMs <= minutes * 60_000);
}
