import { setTimeout as pause } from 'node:timers/promises';

type Patience = { timeoutMs?: number; everyMs?: number };

/**
 * Asks again and again until the answer holds.
 * @returns the answer that held
 * @throws Error with the last answer, when none held in time
 */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer>,
  holds: (answer: Answer) => boolean,
  { timeoutMs = 20_000, everyMs = 150 }: Patience = {},
): Promise<Answer> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > deadlineMs) {
      throw new Error(`${what}: not within ${timeoutMs} ms; it was ${JSON.stringify(answer)} at last`);
    }
    await pause(everyMs);
  }
}
