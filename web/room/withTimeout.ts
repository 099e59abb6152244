import { pause } from './pause.ts';
import { SignallingError } from './roomTypes.ts';

/** @throws SignallingError `media_unavailable` when `work` takes longer. */
export async function withTimeout<Result>(work: Promise<Result>, timeoutMs: number): Promise<Result> {
  const late = pause(timeoutMs).then(() => {
    throw new SignallingError('media_unavailable', 'the media node does not answer');
  });
  late.catch(() => undefined);
  return Promise.race([work, late]);
}
