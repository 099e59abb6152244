import type { MediaLink } from './MediaLink.ts';
import type { Signalling } from './Signalling.ts';

/** Does what the node asks for when something that is sent does not get through, or not to everybody (ROOM-13). */
export function followHealing({ events }: Signalling, media: MediaLink): void {
  events.on('decodableChanged', ({ decodable }) => void media.try(media.send.setDecodable(decodable)));
  events.on('sourceUnheard', ({ source }) => void media.try(media.send.renew(source)));
  events.on('pathDoubted', ({ transportId }) => void media.restartIce(transportId));
}
