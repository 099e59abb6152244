import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import type { Room } from '../createRoom.ts';
import { SpeakerTurn } from './SpeakerTurn.ts';

/** Whose turn it is to speak among the others, by peer; one's own voice moves nothing. */
export function createSpeaker(room: Room): Accessor<string | undefined> {
  const [holder, setHolder] = createSignal<string>();
  const turn = new SpeakerTurn();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(timer);
    turn.look(performance.now());
    setHolder(turn.holder);
    const inMs = turn.passesInMs();
    if (inMs !== undefined) timer = setTimeout(look, inMs);
  }
  const heard = () => {
    const { speakerId } = room.view;
    return speakerId === room.peerId() ? null : speakerId;
  };
  createEffect(
    on(heard, (speaker) => {
      turn.hear(speaker, performance.now());
      look();
    }),
  );
  createEffect(
    on(
      () => room.view.people.map(({ id }) => id),
      (now, before) => {
        for (const id of before ?? []) if (!now.includes(id)) turn.forget(id);
        look();
      },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return holder;
}
