import { showToast } from '../../ui/showToast.ts';
import { t } from '../../text/room.ts';
import { CaptureError } from '../capture.ts';

/** Opens something to send; what keeps a device from it is told. */
export async function attempt(
  device: 'microphone' | 'camera' | 'screen',
  work: Promise<void>,
): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    showToast({ tone: 'warning', title: t(`failed.${device}`), text: t(`failed.why.${error.failure}`) });
  }
}
