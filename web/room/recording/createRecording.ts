import { createSignal } from 'solid-js';
import type { RecordingTurn, RecordingView } from '../../../media/contracts/recording.ts';
import { t } from '../../text/recording.ts';
import { showToast } from '../../ui/showToast.ts';
import type { RoomClient } from '../RoomClient.ts';
import type { Consent } from './consent.ts';

export type RoomRecording = ReturnType<typeof createRecording>;

/**
 * How the recording of the room stands, and what may be done about it.
 * @param onSay tells those who do not see the red dot
 */
export function createRecording(client: RoomClient, consent: Consent, onSay: (text: string) => void) {
  const [view, setView] = createSignal<RecordingView>({ available: false, state: 'off', by: null });
  const [open, setOpen] = createSignal(false);
  let told: RecordingTurn = 'off';
  client.events.on('recordingChanged', (now) => {
    setView(now);
    if (now.state === told) return;
    told = now.state;
    onSay(
      now.state === 'on' ? t('recording.told.on', { name: now.by ?? '' }) : t(`recording.told.${now.state}`),
    );
  });
  const attempt = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      return true;
    } catch {
      showToast({ tone: 'danger', title: t('recording.failed'), text: t('recording.failedText') });
      return false;
    }
  };
  return {
    view,
    consent,
    /** The mentor's dialog. */
    dialog: { open, setOpen },
    turn: async (to: RecordingTurn): Promise<boolean> => {
      // Who begins to record the lesson is in it.
      if (view().state === 'off') consent.give(true);
      return attempt(client.ask('setRecording', { to }));
    },
    consentTo: async (agreed: boolean): Promise<void> => {
      // The choice holds at the next way in, should the room not hear of it now.
      consent.give(agreed);
      if (await attempt(client.ask('agreeToRecording', { agreed })))
        showToast({
          tone: 'success',
          title: t(agreed ? 'recording.consent.allowed' : 'recording.consent.forbidden'),
        });
    },
  };
}
