import './replay.css';
import { createMemo, createSignal } from 'solid-js';
import type { Recording } from '../../../api/contracts/recordings.ts';
import { RecordingPlayer } from '../RecordingPlayer.tsx';
import { momentAt, placeOf } from './recordedTime.ts';
import { ReplayBoard } from './ReplayBoard.tsx';
import { ReplayChat } from './ReplayChat.tsx';
import { ReplayTopics } from './ReplayTopics.tsx';

type ReplayProps = {
  recording: Recording;
  /** A link to its bytes. */
  url: string;
  label: string;
  sessionId: string;
  userId: string;
  /** The link ran out, or the file is gone. */
  onFailed: () => void;
};

/** A lesson again: recording, chat, checklist and board on one clock, each of which leads to its moment (ROOM-17). */
export function Replay(props: ReplayProps) {
  const [at, setAt] = createSignal(0);
  const [begun, setBegun] = createSignal(false);
  let seek: (atMs: number) => void = () => undefined;
  const stretches = () => props.recording.stretches;
  const moment = createMemo(() => momentAt(stretches(), at()));
  const shared = {
    moment,
    placeOf: (then: string) => placeOf(stretches(), Date.parse(then)),
    onSeek: (atMs: number) => seek(atMs),
  };
  return (
    <div class="replay">
      <RecordingPlayer
        url={props.url}
        label={props.label}
        chapters={props.recording.chapters}
        onFailed={props.onFailed}
        onTime={(atMs) => {
          setAt(atMs);
          setBegun(true);
        }}
        control={(seekTo) => (seek = seekTo)}
      />
      <ReplayBoard sessionId={props.sessionId} moment={moment} begun={begun()} />
      <div class="replay__beside">
        <ReplayTopics sessionId={props.sessionId} {...shared} />
        <ReplayChat sessionId={props.sessionId} userId={props.userId} {...shared} />
      </div>
    </div>
  );
}
