import { Show } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { BackgroundChoice } from './background/BackgroundChoice.tsx';
import type { Device } from './createDevices.ts';
import { t } from '../text/room.ts';
import { Video } from './Video.tsx';

type PreviewProps = { user: User; microphone: Device; camera: Device };

/** What others will see, and the two switches that one wants before going in. */
export function Preview(props: PreviewProps) {
  return (
    <figure class="preview" classList={{ 'tile--off': !props.camera.track() }} aria-label={t('join.preview')}>
      <Show
        when={props.camera.track()}
        fallback={
          <Avatar name={props.user.name} id={props.user.id} picture={props.user.pictureUrl} size={96} />
        }
      >
        {(track) => <Video track={track()} mirrored />}
      </Show>
      <figcaption class="tile__name">
        <span class="truncate">{t('join.you', { name: props.user.name })}</span>
      </figcaption>
      <div class="preview__bg">
        <BackgroundChoice
          camera={props.camera.track()}
          recapture={() => (props.camera.wanted() ? props.camera.open() : Promise.resolve())}
        />
      </div>
      <div class="preview__bar">
        <DeviceSwitch device={props.microphone} />
        <DeviceSwitch device={props.camera} />
      </div>
    </figure>
  );
}

const icons = { microphone: 'microphone', camera: 'video-camera' } as const;

function DeviceSwitch(props: { device: Device }) {
  const on = () => props.device.track() !== undefined;
  return (
    <button
      type="button"
      class="ctl ctl--dark"
      classList={{ 'is-off': !on() }}
      aria-pressed={on()}
      aria-label={t(`join.${props.device.kind}`)}
      onClick={() => (on() ? props.device.close() : void props.device.open())}
    >
      <span class="ctl__i">
        <Icon name={on() ? icons[props.device.kind] : `${icons[props.device.kind]}-slash`} />
      </span>
    </button>
  );
}
