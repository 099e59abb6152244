/** "9:58": what is left until an instant, never below zero. */
export function clockUntil(iso: string, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(iso) - nowMs) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
