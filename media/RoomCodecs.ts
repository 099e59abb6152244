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
 * as soon as someone comes who cannot, or the room is recorded (ROOM-4, ROOM-12).
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
    // FFmpeg 5.1 brings nothing to disk of the VP9 that Chromium sends: while a room is recorded, nobody sends it.
    const forRecorder = (codec: VideoCodec) => codec !== 'VP9' || this.#room.recorder.view().state === 'off';
    const decodable = videoCodec.options.filter(
      (codec) => forRecorder(codec) && peers.every((decodes) => decodes.has(codec)),
    );
    if (decodable.join() === this.#decodable.join()) return;
    this.#decodable = decodable;
    this.#room.broadcast('decodableChanged', { decodable });
  }
}
