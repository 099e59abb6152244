import { videoCodec, type VideoCodec } from './contracts/signalling.ts';
import type { RtpCapabilities } from './mediasoup.ts';
import type { Room } from './Room.ts';

/** @param rtpCapabilities such as mediasoup has validated. */
export function videoCodecsOf({ codecs = [] }: RtpCapabilities): ReadonlySet<VideoCodec> {
  const mimeTypes = new Set(codecs.map(({ mimeType }) => mimeType.toLowerCase()));
  return new Set(videoCodec.options.filter((codec) => mimeTypes.has(`video/${codec.toLowerCase()}`)));
}

/**
 * Which video codecs everybody in a room can decode. Pages choose by it what they send: VP9 where all can follow, VP8
 * as soon as someone comes who cannot (ROOM-4).
 */
export class RoomCodecs {
  readonly #room: Room;
  #decodable: VideoCodec[] = [...videoCodec.options];

  constructor(room: Room) {
    this.#room = room;
  }

  get decodable(): VideoCodec[] {
    return [...this.#decodable];
  }

  /** Looks again, and tells everybody when it is not what it was. Those who have yet to say what they can do not count. */
  update(): void {
    const peers = this.#room.peers.flatMap(({ decodes }) => decodes ?? []);
    const decodable = videoCodec.options.filter((codec) => peers.every((decodes) => decodes.has(codec)));
    if (decodable.join() === this.#decodable.join()) return;
    this.#decodable = decodable;
    this.#room.broadcast('decodableChanged', { decodable });
  }
}
