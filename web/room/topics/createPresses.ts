import { createSignal } from 'solid-js';
import type { TopicAct, TopicChange } from '../../../media/contracts/topics.ts';
import type { RoomClient } from '../RoomClient.ts';
import { SignallingError } from '../roomTypes.ts';

export type Trouble = 'kept' | 'often' | 'refused';
/** What was pressed here and is not known to be kept yet. */
export type Press = { clientId: string; did: TopicAct; at: string; trouble: Trouble | undefined };

const troubles: Partial<Record<SignallingError['code'], Trouble>> = { not_kept: 'kept', too_many: 'often' };

/** Presses on their way, one after the other: each keeps its id however often it is sent, so that it is done once. */
export function createPresses(client: RoomClient, onKept: (change: TopicChange) => void) {
  const [all, setAll] = createSignal<Press[]>([]);
  let sending = false;

  const discard = (clientId: string) =>
    setAll((waiting) => waiting.filter((one) => one.clientId !== clientId));
  const mark = (clientId: string, trouble: Trouble | undefined) =>
    setAll((waiting) => waiting.map((one) => (one.clientId === clientId ? { ...one, trouble } : one)));

  /** @returns whether the next one may follow */
  async function sendOne({ clientId, did }: Press): Promise<boolean> {
    try {
      const { change } = await client.ask('changeTopics', { clientId, did });
      onKept(change);
      discard(clientId);
    } catch (error) {
      const code = error instanceof SignallingError ? error.code : 'internal';
      // The place was lost: it goes on once there is one again.
      if (code === 'closed') return false;
      mark(clientId, troubles[code] ?? 'refused');
    }
    return true;
  }
  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    for (let goesOn = true; goesOn;) {
      const next = all().find(({ trouble }) => !trouble);
      goesOn = next !== undefined && (await sendOne(next));
    }
    sending = false;
  }

  return {
    all,
    press: (did: TopicAct): void => {
      // One that failed is made up for by the next press on the same topic.
      setAll((waiting) => [
        ...waiting.filter((one) => !one.trouble || one.did.topic !== did.topic),
        { clientId: crypto.randomUUID(), did, at: new Date().toISOString(), trouble: undefined },
      ]);
      void send();
    },
    retry: (clientId: string): void => {
      mark(clientId, undefined);
      void send();
    },
    discard,
    /** There is a place again. */
    resume: () => void send(),
  };
}
