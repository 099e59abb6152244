import type { PeerQuality } from '../../../media/contracts/quality.ts';
import { t } from '../../text/quality.ts';

/** "Connection: fair; 4% loss, 180 ms". */
export function describeQuality(quality: PeerQuality | undefined): string {
  if (!quality) return t('quality.unknown');
  const { level, lostPercent, roundTripMs } = quality;
  const figures = [
    lostPercent === null ? undefined : t('quality.loss', { percent: lostPercent }),
    roundTripMs === null || roundTripMs === 0 ? undefined : t('quality.delay', { ms: roundTripMs }),
  ].filter((figure) => figure !== undefined);
  return [t(`quality.mark.${level}`), ...(figures.length > 0 ? [figures.join(', ')] : [])].join('; ');
}
