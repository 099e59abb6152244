import { createSignal } from 'solid-js';
import type { ChatMessage } from '../../../media/contracts/chat.ts';
import type { RoomClient } from '../RoomClient.ts';
import { SignallingError } from '../roomTypes.ts';

export type Trouble = 'kept' | 'gone' | 'often' | 'refused';
export type Addressee = { userId: string; name: string } | null;
/** What was written here and is not known to be kept yet. */
export type Outgoing = { clientId: string; to: Addressee; text: string; trouble: Trouble | undefined };

const troubles: Partial<Record<SignallingError['code'], Trouble>> = {
  not_kept: 'kept',
  not_found: 'gone',
  too_many: 'often',
};

/** Messages on their way: each keeps its id however often it is sent, so that it is said once. */
export function createOutgoing(client: RoomClient, onKept: (message: ChatMessage) => void) {
  const [all, setAll] = createSignal<Outgoing[]>([]);
  const underWay = new Set<string>();

  async function send({ clientId, to, text }: Outgoing): Promise<void> {
    if (underWay.has(clientId)) return;
    underWay.add(clientId);
    mark(clientId, undefined);
    try {
      const { message } = await client.ask('say', { clientId, to: to?.userId ?? null, text });
      onKept(message);
      discard(clientId);
    } catch (error) {
      const code = error instanceof SignallingError ? error.code : 'internal';
      // The place was lost: it goes on once there is one again.
      if (code !== 'closed') mark(clientId, troubles[code] ?? 'refused');
    } finally {
      underWay.delete(clientId);
    }
  }

  const mark = (clientId: string, trouble: Trouble | undefined) =>
    setAll((waiting) => waiting.map((one) => (one.clientId === clientId ? { ...one, trouble } : one)));

  const discard = (clientId: string) =>
    setAll((waiting) => waiting.filter((one) => one.clientId !== clientId));

  return {
    all,
    add(to: Addressee, text: string): void {
      const outgoing = { clientId: crypto.randomUUID(), to, text, trouble: undefined };
      setAll((waiting) => [...waiting, outgoing]);
      void send(outgoing);
    },
    retry: (outgoing: Outgoing) => void send(outgoing),
    discard,
    /** There is a place again. */
    resume(): void {
      for (const outgoing of all()) if (!outgoing.trouble) void send(outgoing);
    },
  };
}
