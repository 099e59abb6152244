import type { JSX } from 'solid-js';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from '../../ui/choices.tsx';
import { BackgroundChoice, BackgroundStatus } from '../background/BackgroundChoice.tsx';
import { CameraNote, DeviceChoice, MicrophoneMeter } from '../DeviceChoice.tsx';
import { t } from '../../text/devices.ts';
import { createEar } from './createEar.ts';
import type { RoomDevices } from './createRoomDevices.ts';
import { preferences, type Preference } from './preferences.ts';
import { SpeakerChoice } from './SpeakerChoice.tsx';

type SettingsProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  devices: RoomDevices;
  /** Further choices, of other parts of the room. */
  children?: JSX.Element;
};

/** How one is seen and heard, changed while the lesson runs (ROOM-7). */
export function SettingsDialog(props: SettingsProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange} title={t('settings.title')}>
      <Settings {...props} />
    </Dialog>
  );
}

function Settings(props: SettingsProps) {
  const sent = () => props.devices.local();
  // Muted or not, the meter shows what the microphone hears.
  const ear = createEar(() => sent().microphone?.track);
  return (
    <div class="room-settings">
      <DeviceChoice
        kind="microphone"
        choices={props.devices.microphone.choices()}
        chosen={props.devices.microphone.chosen()}
        onChoose={(deviceId) => props.devices.choose('microphone', deviceId)}
      >
        <MicrophoneMeter track={ear()} />
      </DeviceChoice>
      <SpeakerChoice speaker={props.devices.speaker} />
      <DeviceChoice
        kind="camera"
        choices={props.devices.camera.choices()}
        chosen={props.devices.camera.chosen()}
        onChoose={(deviceId) => props.devices.choose('camera', deviceId)}
      >
        <CameraNote track={sent().camera?.track} />
        <BackgroundChoice labelled camera={sent().camera?.track} recapture={props.devices.recapture} />
        <BackgroundStatus camera={sent().camera?.track} />
      </DeviceChoice>
      {props.children}
      <fieldset class="room-settings__switches">
        <legend class="field__label">{t('settings.habits')}</legend>
        <Choice
          preference={preferences.pushToTalk}
          label={t('settings.pushToTalk')}
          help={t('settings.pushToTalkHelp')}
          onChange={(on) => on && props.devices.mute()}
        />
        <Choice
          preference={preferences.mutedHint}
          label={t('settings.mutedHint')}
          help={t('settings.mutedHintHelp')}
        />
        <Choice preference={preferences.keys} label={t('settings.keys')} help={t('settings.keysHelp')} />
      </fieldset>
    </div>
  );
}

type ChoiceProps = { preference: Preference; label: string; help: string; onChange?: (on: boolean) => void };

function Choice(props: ChoiceProps) {
  return (
    <div>
      <Switch
        label={props.label}
        checked={props.preference.on()}
        onChange={(event) => {
          props.preference.set(event.currentTarget.checked);
          props.onChange?.(event.currentTarget.checked);
        }}
      />
      <p class="field__help">{props.help}</p>
    </div>
  );
}
