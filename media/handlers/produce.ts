import type { MediaSource } from '../contracts/facts.ts';
import type { RtpParameters } from '../mediasoup.ts';
import { checkedByMediasoup, SignallingError } from '../SignallingError.ts';
import type { Handler } from './index.ts';

const kindOf: Record<MediaSource, 'audio' | 'video'> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  screenAudio: 'audio',
};

export const produce: Handler<'produce'> = async ({ peer }, { transportId, ...publication }) => {
  const media = peer.openedMedia;
  if (kindOf[publication.source] !== publication.kind) {
    throw new SignallingError('bad_request', `a ${publication.source} is not ${publication.kind}`);
  }
  const silenced = () => peer.room.silences.has(peer.claims.sub, publication.source);
  const { producer, former } = await media.produce(transportId, {
    ...publication,
    paused: publication.paused || silenced(),
    rtpParameters: publication.rtpParameters as RtpParameters,
  });
  // The mentor muted while it was being opened: nobody has a consumer of it yet.
  if (silenced()) await checkedByMediasoup(producer, () => producer.pause());
  const passedOn = peer.room.publish(peer, producer);
  // Who sees the former picture has the new one before that goes: no tile vanishes between.
  if (former) await passedOn.finally(() => former.close());
  return { producerId: producer.id };
};
