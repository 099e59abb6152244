import { createSignal } from 'solid-js';
import type { ChatMessage } from '../../../media/contracts/chat.ts';
import { describeFileError } from '../../files/describeFileError.ts';
import { ApiError } from '../../lib/problem.ts';
import type { RoomClient } from '../RoomClient.ts';
import { SignallingError } from '../roomTypes.ts';

/** A file that has arrived at the API. */
export type SentFile = { uploadId: string; name: string; bytes: number };
export type Trouble = 'kept' | 'gone' | 'often' | 'refused';
export type Addressee = { userId: string; name: string } | null;
/** What was written here and is not known to be kept yet. */
export type Outgoing = {
  clientId: string;
  to: Addressee;
  text: string;
  /** Already with the API; it gives what the room takes it by. */
  file: SentFile | undefined;
  trouble: Trouble | undefined;
  /** What the API says of a file that it does not give to the chat. */
  why?: string | undefined;
};

const troubles: Partial<Record<SignallingError['code'], Trouble>> = {
  not_kept: 'kept',
  not_found: 'gone',
  too_many: 'often',
};

type Options = {
  client: RoomClient;
  /** Has the API give a file to the chat. @throws ApiError */
  onAttach: (file: SentFile, to: string | null) => Promise<string>;
  onKept: (message: ChatMessage) => void;
};

/** Messages on their way: each keeps its id however often it is sent, so that it is said once. */
export function createOutgoing({ client, onAttach, onKept }: Options) {
  const [all, setAll] = createSignal<Outgoing[]>([]);
  const underWay = new Set<string>();

  async function send({ clientId, to, text, file: sent }: Outgoing): Promise<void> {
    if (underWay.has(clientId)) return;
    underWay.add(clientId);
    mark(clientId, undefined);
    try {
      const addressee = to?.userId ?? null;
      const file = sent && (await onAttach(sent, addressee));
      const { message } = await client.ask('say', { clientId, to: addressee, text, file });
      onKept(message);
      discard(clientId);
    } catch (error) {
      // The place was lost: it goes on once there is one again.
      if (!isCutOff(error)) mark(clientId, troubleOf(error), whyOf(error));
    } finally {
      underWay.delete(clientId);
    }
  }

  const mark = (clientId: string, trouble: Trouble | undefined, why?: string) =>
    setAll((waiting) => waiting.map((one) => (one.clientId === clientId ? { ...one, trouble, why } : one)));

  const discard = (clientId: string) =>
    setAll((waiting) => waiting.filter((one) => one.clientId !== clientId));

  return {
    all,
    add(to: Addressee, text: string, file?: SentFile): void {
      const outgoing = { clientId: crypto.randomUUID(), to, text, file, trouble: undefined };
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

const isCutOff = (error: unknown) => error instanceof SignallingError && error.code === 'closed';

function troubleOf(error: unknown): Trouble {
  if (error instanceof SignallingError) return troubles[error.code] ?? 'refused';
  return error instanceof ApiError && error.status > 0 && error.status < 500 ? 'refused' : 'kept';
}

const whyOf = (error: unknown) =>
  error instanceof ApiError ? describeFileError(error, 'sessionFile') : undefined;
