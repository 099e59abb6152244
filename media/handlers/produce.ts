import type { MediaSource } from '../contracts/facts.ts';
import type { RtpParameters } from '../mediasoup.ts';
import { SignallingError } from '../SignallingError.ts';
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
  const producer = await media.produce(transportId, {
    ...publication,
    rtpParameters: publication.rtpParameters as RtpParameters,
  });
  peer.room.publish(peer, producer);
  return { producerId: producer.id };
};
