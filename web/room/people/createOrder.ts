import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js';
import type {
  Knock,
  ModerationAct,
  PeerView,
  Reaction,
  Silence,
} from '../../../media/contracts/signalling.ts';
import { self } from '../arrangeStage.ts';
import type { RoomClient } from '../RoomClient.ts';

/** How long a reaction is shown. */
const reactionMs = 4_000;

type Shown = { key: number; of: string; reaction: Reaction };
type Options = {
  client: RoomClient;
  people: Accessor<PeerView[]>;
  /** Someone reacted; `name` is absent for oneself. */
  onReaction: (reaction: Reaction, name: string | undefined) => void;
  onSilenced: (silence: Silence) => void;
  /** What was asked for did not reach the node. */
  onFailed: () => void;
};
export type Order = ReturnType<typeof createOrder>;

/** Hands, reactions, the lock and who knocks, as signals; and what a mentor does about others. */
export function createOrder({ client, people, onReaction, onSilenced, onFailed }: Options) {
  const [ownHand, setOwnHand] = createSignal<number | null>(null);
  const [locked, setLocked] = createSignal(false);
  const [knocks, setKnocks] = createSignal<Knock[]>([]);
  const reactions = createReactions();
  const { events } = client;

  events.on('orderReset', (order) => {
    setOwnHand(order.self.hand);
    setLocked(order.locked);
    setKnocks(order.knocks);
  });
  events.on('selfChanged', ({ hand }) => setOwnHand(hand));
  events.on('lockChanged', (lock) => setLocked(lock.locked));
  const without = (userId: string) => (all: Knock[]) => all.filter((knock) => knock.userId !== userId);
  events.on('knocked', ({ knock }) => setKnocks((all) => [...without(knock.userId)(all), knock]));
  events.on('knockOver', ({ userId }) => setKnocks(without(userId)));
  events.on('silenced', onSilenced);
  events.on('reacted', ({ peerId, reaction }) => {
    const person = people().find(({ id }) => id === peerId);
    if (!person && peerId !== client.peerId) return;
    reactions.show(person?.id ?? self, reaction);
    onReaction(reaction, person?.name);
  });

  /** Everyone with a hand up, in the order in which it went up. */
  const raised = createMemo(() =>
    [{ id: self as string, hand: ownHand() }, ...people()]
      .flatMap(({ id, hand }) => (hand === null ? [] : [{ id, hand }]))
      .sort((a, b) => a.hand - b.hand)
      .map(({ id }) => id),
  );
  const attempt = (work: Promise<unknown>) => void work.catch(() => client.state !== 'closed' && onFailed());

  return {
    locked,
    knocks,
    handUp: () => ownHand() !== null,
    /** Which place someone's hand has, from 1; undefined while it is down. */
    placeOf: (id: string) => {
      const index = raised().indexOf(id);
      return index < 0 ? undefined : index + 1;
    },
    reactionsOf: (id: string) => reactions.shown().filter(({ of }) => of === id),
    toggleHand: () => attempt(client.ask('raiseHand', { raised: ownHand() === null })),
    /** One that cannot be shown now is not shown later, and one too many is left out. */
    react: (reaction: Reaction) => {
      if (client.state === 'connected') void client.ask('react', { reaction }).catch(() => undefined);
    },
    moderate: (peerId: string, act: ModerationAct) => attempt(client.ask('moderate', { peerId, act })),
    setLocked: (lock: boolean) => attempt(client.ask('setRoomLocked', { locked: lock })),
    answerKnock: (userId: string, admit: boolean) => attempt(client.ask('answerKnock', { userId, admit })),
  };
}

function createReactions() {
  const [shown, setShown] = createSignal<Shown[]>([]);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let last = 0;
  onCleanup(() => {
    for (const timer of timers) clearTimeout(timer);
  });
  return {
    shown,
    show(of: string, reaction: Reaction): void {
      const key = ++last;
      setShown((all) => [...all, { key, of, reaction }]);
      const timer = setTimeout(() => {
        timers.delete(timer);
        setShown((all) => all.filter((one) => one.key !== key));
      }, reactionMs);
      timers.add(timer);
    },
  };
}
