import { videoCodecsOf } from '../RoomCodecs.ts';
import type { Handler } from './index.ts';

export const startConsuming: Handler<'startConsuming'> = async ({ peer }, { rtpCapabilities }) => {
  const media = peer.openedMedia;
  media.startConsuming(rtpCapabilities);
  const { room } = peer;
  peer.decodes = videoCodecsOf(rtpCapabilities);
  room.codecs.update();
  const consuming = await Promise.all(room.producersFor(peer).map((producer) => media.consume(producer)));
  const consumers = consuming.flatMap((found) => (found ? [found.view] : []));
  return { consumers, decodable: room.codecs.decodable };
};
