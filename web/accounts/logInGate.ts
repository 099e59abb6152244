import { createSignal } from 'solid-js';
import { credentials } from '../lib/credentials.ts';

const [waitingAct, setWaitingAct] = createSignal<(() => void) | null>(null);

/** Keeps the act that a visitor began while they log in (AUTH-8). */
export const logInGate = {
  isOpen: () => waitingAct() !== null,
  /** Does `act` at once for someone logged in, else after the log-in dialog. */
  after(act: () => void): void {
    if (credentials.user()) act();
    else setWaitingAct(() => act);
  },
  /** Logged in: go on with what was begun. */
  goOn(): void {
    const act = waitingAct();
    setWaitingAct(null);
    act?.();
  },
  giveUp: () => setWaitingAct(null),
};
