import { Match, Show, Switch, createSignal, onMount } from 'solid-js';
import { Button } from '../../ui/Button.tsx';
import { DeviceChoice } from '../DeviceChoice.tsx';
import { t } from '../../text/devices.ts';
import type { Speaker } from './createSpeaker.ts';
import { playTestSound } from './playTestSound.ts';

type Step = 'ready' | 'playing' | 'asked' | 'heard' | 'silent' | 'refused';

/** Which speaker the others are heard from, and whether one hears it (ROOM-2). */
export function SpeakerChoice(props: { speaker: Speaker }) {
  // Names may have come since: browsers tell them once a microphone is allowed.
  onMount(() => void props.speaker.list());
  return (
    <Show when={props.speaker.canChoose} fallback={<SpeakerTest speaker={props.speaker} labelled />}>
      <DeviceChoice
        kind="speaker"
        choices={props.speaker.choices()}
        chosen={props.speaker.chosen()}
        onChoose={(deviceId) => props.speaker.choose(deviceId)}
      >
        <SpeakerTest speaker={props.speaker} />
      </DeviceChoice>
    </Show>
  );
}

function SpeakerTest(props: { speaker: Speaker; labelled?: boolean }) {
  const [step, setStep] = createSignal<Step>('ready');
  async function play(): Promise<void> {
    setStep('playing');
    try {
      const { speaker } = props;
      await playTestSound((player) => speaker.attach(player));
      setStep('asked');
    } catch {
      setStep('refused');
    }
  }
  return (
    <div class="speaker-test">
      <Button
        size="sm"
        icon="play"
        busy={step() === 'playing'}
        busyText={t('speaker.playing')}
        onClick={() => void play()}
      >
        {t('speaker.test')}
      </Button>
      <div role="status" class="speaker-test__answer">
        <Switch fallback={props.labelled && <p class="field__help">{t('speaker.bySystem')}</p>}>
          <Match when={step() === 'asked'}>
            <span>{t('speaker.question')}</span>
            <Button size="sm" onClick={() => setStep('heard')}>
              {t('speaker.yes')}
            </Button>
            <Button size="sm" onClick={() => setStep('silent')}>
              {t('speaker.no')}
            </Button>
          </Match>
          <Match when={step() === 'heard'}>
            <p class="field__help">{t('speaker.heard')}</p>
          </Match>
          <Match when={step() === 'silent'}>
            <p class="field__help">{t('speaker.advice')}</p>
          </Match>
          <Match when={step() === 'refused'}>
            <p class="field__help">{t('speaker.refused')}</p>
          </Match>
        </Switch>
      </div>
    </div>
  );
}
