import { t } from '../../text/recording.ts';
import { Control } from '../Control.tsx';
import type { RoomRecording } from './createRecording.ts';

/** Opens the mentor's dialog of the recording (ROOM-12). */
export function RecordControl(props: { recording: RoomRecording }) {
  const isOn = () => props.recording.view().state === 'on';
  return (
    <Control
      icon="stop"
      word={t('recording.word')}
      label={t(isOn() ? 'recording.manage' : 'recording.open')}
      shortcut="D"
      pressed={isOn()}
      look={isOn() ? 'on' : 'plain'}
      onPress={() => props.recording.dialog.setOpen(true)}
    />
  );
}
