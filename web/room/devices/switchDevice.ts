import { CaptureError } from '../capture.ts';
import type { Device } from '../createDevices.ts';
import type { RoomClient } from '../RoomClient.ts';

type Sends = Pick<RoomClient, 'localTracks' | 'publish' | 'unpublish'>;

/**
 * Uses another device from now on: what is sent changes in place (replaceTrack), muted as it was; what is not sent stays so.
 * @throws CaptureError
 */
export async function switchDevice(
  client: Sends,
  device: Pick<Device, 'kind' | 'chosen' | 'remember' | 'capture'>,
  deviceId: string,
): Promise<void> {
  const { kind } = device;
  device.remember(deviceId);
  if (!client.localTracks[kind]) return;
  const track = await device.capture().catch(async (error: unknown) => {
    if (!(error instanceof CaptureError) || error.failure !== 'busy') throw error;
    // Many phones open one camera at a time: the one in use goes first.
    client.localTracks[kind]?.track.stop();
    return device.capture().catch(async (second: unknown) => {
      await client.unpublish(kind);
      throw second;
    });
  });
  const sent = client.localTracks[kind];
  // Turned off, or yet another one chosen, meanwhile.
  if (!sent || device.chosen() !== deviceId) return track.stop();
  await client.publish(kind, track, { paused: sent.paused });
}
