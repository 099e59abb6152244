import { createSignal } from 'solid-js';

let offsetMs = 0;

/** Difference worth correcting: a Date header has whole seconds and is some time on its way. */
const toleranceMs = 3000;

/** Learns from a response's Date header by how much this device's clock is wrong; doors open by the server's. */
export function noteServerDate(header: string | null): void {
  const server = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  offsetMs = Math.abs(difference) > toleranceMs ? difference : 0;
}

/** The server's time in milliseconds, as well as this device knows it. */
export const serverNow = (): number => Date.now() + offsetMs;

const [tick, setTick] = createSignal(serverNow());
let ticking = false;

/** The time as a signal of one second, shared by all that counts. */
export function now(): number {
  if (!ticking) {
    ticking = true;
    setTick(serverNow());
    setInterval(() => setTick(serverNow()), 1000);
  }
  return tick();
}
