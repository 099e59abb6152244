import { For, Show, createEffect, createSignal, onCleanup } from 'solid-js';
import { Button } from '../ui/Button.tsx';
import type { Room } from './createRoom.ts';
import type { Speaker } from './devices/createSpeaker.ts';
import { t } from '../text/room.ts';

/** Plays what the others say. Where the browser refuses sound before a gesture, a button asks for one. */
export function Sound(props: { room: Room; speaker: Speaker }) {
  const [refused, setRefused] = createSignal(false);
  const players = new Set<HTMLAudioElement>();
  const tracks = () =>
    Object.values(props.room.view.received).flatMap(({ microphone, screenAudio }) =>
      [microphone?.track, screenAudio?.track].filter((track) => track !== undefined),
    );

  async function play(player: HTMLAudioElement): Promise<void> {
    try {
      await player.play();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotAllowedError') setRefused(true);
    }
  }
  function attach(player: HTMLAudioElement, track: MediaStreamTrack): void {
    players.add(player);
    player.srcObject = new MediaStream([track]);
    void play(player);
    createEffect(() => void props.speaker.attach(player));
    onCleanup(() => {
      players.delete(player);
      player.srcObject = null;
    });
  }
  function playAll(): void {
    setRefused(false);
    for (const player of players) void play(player);
  }

  return (
    <>
      <For each={tracks()}>{(track) => <audio ref={(player) => attach(player, track)} />}</For>
      <Show when={refused()}>
        <div class="hear">
          <Button variant="primary" size="lg" icon="speaker-wave" onClick={playAll}>
            {t('stage.hear')}
          </Button>
        </div>
      </Show>
    </>
  );
}
