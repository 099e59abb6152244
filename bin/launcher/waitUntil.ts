import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 50;

/**
 * Asks again and again until the answer is yes.
 * @returns false when the signal aborted first
 */
export async function waitUntil(isSo: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (await isSo()) return true;
    await delay(pollMs);
  }
  return false;
}

/** Whether a process answers on its readiness probe that it may be sent work. */
export async function answersReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
