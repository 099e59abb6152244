import { For, Show, createMemo, createUniqueId, type JSX } from 'solid-js';
import { Icon } from '../ui/Icon.tsx';
import type { Device } from './createDevices.ts';
import { createLevel } from './createLevel.ts';
import { t } from '../text/room.ts';

/** Which microphone or camera is used; a failed one says why and never blocks. */
export function DeviceChoice(props: { device: Device; children: JSX.Element }) {
  const id = createUniqueId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        <Icon name={props.device.kind === 'microphone' ? 'microphone' : 'video-camera'} size={20} />
        {t(`join.${props.device.kind}`)}
      </label>
      <select
        id={id}
        class="input input--sm"
        disabled={props.device.choices().length === 0}
        aria-describedby={`${id}-failure`}
        onChange={(event) => void props.device.choose(event.currentTarget.value)}
      >
        <option value="" selected={props.device.chosen() === ''}>
          {t('join.defaultDevice')}
        </option>
        <For each={props.device.choices()}>
          {(choice, index) => (
            <option value={choice.deviceId} selected={choice.deviceId === props.device.chosen()}>
              {choice.label || t('join.unnamed', { number: index() + 1 })}
            </option>
          )}
        </For>
      </select>
      {props.children}
      <p class="devices__failure" id={`${id}-failure`} role="status">
        <Show when={props.device.failure()}>
          {(failure) => (
            <>
              <Icon name="exclamation-triangle" size={16} />
              {t(`join.${props.device.kind}Failed.${failure()}`)}
            </>
          )}
        </Show>
      </p>
    </div>
  );
}

/** Above the noise of a quiet room. */
const heardLevel = 0.2;
const bars = Array.from({ length: 20 }, (_, index) => (index + 1) / 20);

/** Shows that one is heard, before anybody else is there. */
export function MicrophoneMeter(props: { microphone: Device }) {
  const level = createLevel(() => props.microphone.track());
  // Once is enough: words that come and go with every syllable would only disturb.
  const heard = createMemo<boolean>((before) => before || level() > heardLevel, false);
  return (
    <Show when={!props.microphone.failure()}>
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
      <p class="field__help">
        {props.microphone.wanted() ? t(heard() ? 'join.heard' : 'join.silent') : t('join.muted')}
      </p>
    </Show>
  );
}
