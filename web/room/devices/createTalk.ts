import type { Device } from '../createDevices.ts';
import type { RoomClient } from '../RoomClient.ts';

type Options = {
  client: Pick<RoomClient, 'localTracks' | 'open' | 'setPaused'>;
  microphone: Pick<Device, 'capture'>;
  /** Tells the person when the microphone cannot be opened. */
  onBegin: (kind: 'microphone', work: Promise<void>) => Promise<void>;
};

/** Speaking while a key is held, on the same way as unmuting and muting. */
export function createTalk({ client, microphone, onBegin }: Options) {
  let held = false;
  async function begin(): Promise<void> {
    const sent = client.localTracks.microphone;
    if (sent && !sent.track.muted) return client.setPaused('microphone', false);
    await client.open('microphone', async () => {
      const track = await microphone.capture();
      // Let go while the microphone was being opened.
      return { track, paused: !held };
    });
  }
  return {
    isHeld: () => held,
    canStart: () => client.localTracks.microphone?.paused !== false,
    onStart(): void {
      held = true;
      void onBegin('microphone', begin());
    },
    onStop(): void {
      held = false;
      void client.setPaused('microphone', true);
    },
  };
}
