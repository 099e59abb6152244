const two = (part: number) => String(part).padStart(2, '0');

/** "04:32", "1:04:32": a length of time, never below zero. */
export function formatLength(lengthMs: number): string {
  const seconds = Math.max(0, Math.floor(lengthMs / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
