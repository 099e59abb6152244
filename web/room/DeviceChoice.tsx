import { For, createMemo, createUniqueId, type JSX } from 'solid-js';
import { Icon } from '../ui/Icon.tsx';
import { createLevel } from './createLevel.ts';
import type { ChoiceKind } from './devices/createChoices.ts';
import { deviceIcons } from './devices/deviceIcons.ts';
import { t } from '../text/room.ts';

type ChoiceProps = {
  kind: ChoiceKind;
  choices: MediaDeviceInfo[];
  chosen: string;
  onChoose: (deviceId: string) => void;
  children?: JSX.Element;
};

/** Which microphone, camera or speaker is used. */
export function DeviceChoice(props: ChoiceProps) {
  const id = createUniqueId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        <Icon name={deviceIcons[props.kind]} size={20} />
        {t(`join.${props.kind}`)}
      </label>
      <select
        id={id}
        class="input input--sm"
        disabled={props.choices.length === 0}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <option value="" selected={props.chosen === ''}>
          {t('join.defaultDevice')}
        </option>
        <For each={props.choices}>
          {(choice, index) => (
            <option value={choice.deviceId} selected={choice.deviceId === props.chosen}>
              {choice.label || t('join.unnamed', { number: index() + 1 })}
            </option>
          )}
        </For>
      </select>
      {props.children}
    </div>
  );
}

/** Above the noise of a quiet room. */
const heardLevel = 0.2;
const bars = Array.from({ length: 20 }, (_, index) => (index + 1) / 20);

/** Shows that one is heard, before anybody else is there. */
export function MicrophoneMeter(props: { track: MediaStreamTrack | undefined }) {
  const { level } = createLevel(() => props.track);
  // Once is enough: words that come and go with every syllable would only disturb.
  const heard = createMemo<boolean>((before) => before || level() > heardLevel, false);
  return (
    <>
      <div
        class="meter"
        role="meter"
        aria-label={t('join.level')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(level() * 100)}
      >
        <For each={bars}>{(bar) => <i classList={{ on: level() >= bar }} />}</For>
      </div>
      <p class="field__help">{props.track ? t(heard() ? 'join.heard' : 'join.silent') : t('join.muted')}</p>
    </>
  );
}

/** What the camera gives. */
export function CameraNote(props: { track: MediaStreamTrack | undefined }) {
  const note = () => {
    const settings = props.track?.getSettings();
    if (!settings?.height) return t('join.cameraOff');
    return t('join.cameraSize', { lines: settings.height, rate: Math.round(settings.frameRate ?? 0) });
  };
  return <p class="field__help">{note()}</p>;
}
