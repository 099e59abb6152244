import { Show } from 'solid-js';
import { t } from '../../text/recording.ts';
import { Button } from '../../ui/Button.tsx';
import type { RoomRecording } from './createRecording.ts';

/** Who has not said whether they may be recorded is asked once it matters; until then they are not (ROOM-12). */
export function RecordingQuestion(props: { recording: RoomRecording }) {
  const asked = () => props.recording.view().state !== 'off' && props.recording.consent.given() === undefined;
  return (
    <section class="recording-question" aria-live="polite" aria-label={t('recording.question.label')}>
      <Show when={asked()}>
        <div class="knock">
          <p class="grow">
            <b>{t('recording.question.title', { name: props.recording.view().by ?? '' })}</b>{' '}
            {t('recording.question.text')}
          </p>
          <span class="knock__acts">
            <Button size="sm" onClick={() => void props.recording.consentTo(false)}>
              {t('recording.consent.forbid')}
            </Button>
            <Button size="sm" variant="primary" onClick={() => void props.recording.consentTo(true)}>
              {t('recording.consent.allow')}
            </Button>
          </span>
        </div>
      </Show>
    </section>
  );
}
