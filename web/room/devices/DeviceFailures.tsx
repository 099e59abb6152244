import { For, Show } from 'solid-js';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { CaptureFailure } from '../capture.ts';
import type { Device } from '../createDevices.ts';
import { t } from '../../text/devices.ts';
import { allowingBrowser } from './howToAllow.ts';

type FailuresProps = { microphone: Device; camera: Device };
type Failed = { device: Device; failure: CaptureFailure };

/** What cannot be used, how to mend it, and that one can join all the same (ROOM-2). */
export function DeviceFailures(props: FailuresProps) {
  const failed = (): Failed[] =>
    [props.microphone, props.camera].flatMap((device) => {
      const failure = device.failure();
      return failure ? [{ device, failure }] : [];
    });
  const headline = () => {
    const [first, second] = failed();
    if (second) return t('failure.both');
    return first && t(`failure.${first.device.kind}`);
  };
  const again = () => failed().forEach(({ device }) => void device.open());
  return (
    <div class="devices__failures" role="status">
      <Show when={headline()}>
        <p class="devices__failure">
          <Icon name="exclamation-triangle" size={20} />
          <b>{headline()}</b>
        </p>
        <ul>
          <For each={failed()}>
            {({ device, failure }) => <li>{t(`failure.why.${device.kind}.${failure}`)}</li>}
          </For>
        </ul>
        <Show when={failed().some(({ failure }) => failure === 'denied')}>
          <p>{t(`failure.allow.${allowingBrowser(navigator.userAgent)}`)}</p>
        </Show>
        <Button size="sm" icon="arrow-path" onClick={again}>
          {t('failure.again')}
        </Button>
      </Show>
    </div>
  );
}
