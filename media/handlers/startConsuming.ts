import type { Handler } from './index.ts';

export const startConsuming: Handler<'startConsuming'> = async ({ peer }, { rtpCapabilities }) => {
  const media = peer.openedMedia;
  media.startConsuming(rtpCapabilities);
  const consuming = await Promise.all(
    peer.room.producersFor(peer).map((producer) => media.consume(producer)),
  );
  return { consumers: consuming.flatMap((found) => (found ? [found.view] : [])) };
};
