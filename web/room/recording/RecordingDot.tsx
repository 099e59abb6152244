import './recording.css';
import { Show } from 'solid-js';
import { t } from '../../text/recording.ts';
import type { RoomRecording } from './createRecording.ts';

/** The red dot that everybody sees while the lesson is recorded; grey while that is paused. */
export function RecordingDot(props: { recording: RoomRecording }) {
  const state = () => props.recording.view().state;
  return (
    <Show when={state() !== 'off'}>
      <span class="recording-dot badge badge--plain" data-state={state()}>
        <span class="recording-dot__dot" aria-hidden="true" />
        {t(state() === 'on' ? 'recording.on' : 'recording.paused')}
      </span>
    </Show>
  );
}
