/** An instant as `<input type="datetime-local">` wants it: in the reader's zone, to the minute. */
export function toLocalInput(iso: string): string {
  const date = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that such an input means, or '' while it is incomplete. */
export function fromLocalInput(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

const quarterMs = 15 * 60_000;
/** The first quarter of an hour that leaves some minutes for filling in a form. */
export function nextQuarter(nowMs: number, leadMs = 10 * 60_000): string {
  return new Date(Math.ceil((nowMs + leadMs) / quarterMs) * quarterMs).toISOString();
}
