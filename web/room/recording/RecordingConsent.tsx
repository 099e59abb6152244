import { Show } from 'solid-js';
import { t } from '../../text/recording.ts';
import { Switch } from '../../ui/choices.tsx';
import { consentIn } from './consent.ts';

/** Before the door: that the lesson may be recorded, and whether one agrees to be in it (ROOM-12). */
export function RecordingConsent(props: { sessionId: string }) {
  const consent = () => consentIn(props.sessionId);
  return (
    <section class="card card--pad stack stack--2" aria-labelledby="recording-consent">
      <h2 class="h-card" id="recording-consent">
        {t('recording.consent.title')}
      </h2>
      <p class="muted">{t('recording.consent.text')}</p>
      <Switch
        label={t('recording.consent.agree')}
        checked={consent().given() === true}
        onChange={(event) => consent().give(event.currentTarget.checked)}
      />
      <p class="caption" role="status">
        <Show when={consent().given() === false}>{t('recording.consent.refused')}</Show>
      </p>
    </section>
  );
}
