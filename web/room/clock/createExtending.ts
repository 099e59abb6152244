import { createSignal } from 'solid-js';
import type { Session } from '../../../api/contracts/sessions.ts';
import { extend, whyNotExtended } from './extend.ts';

/** One wish for more time at a time, and why it was refused. */
export function createExtending(session: () => Session, onDone: () => void) {
  const [adding, setAdding] = createSignal<number>();
  const [refusal, setRefusal] = createSignal<string>();
  return {
    /** Minutes that are being added now. */
    adding,
    refusal,
    forget: () => setRefusal(undefined),
    async add(minutes: number): Promise<void> {
      if (adding() !== undefined) return;
      setAdding(minutes);
      setRefusal(undefined);
      try {
        await extend(session(), minutes);
        onDone();
      } catch (error) {
        setRefusal(whyNotExtended(error));
      } finally {
        setAdding(undefined);
      }
    },
  };
}
