import { Row } from '../../config/Row.ts';
import type { Chapter, RecordingState } from '../contracts/recordings.ts';

export class RecordingRow extends Row {
  static override tableName = 'recordings';
  static override jsonAttributes = ['chapters'];

  declare id: string;
  declare sessionId: string;
  declare state: RecordingState;
  declare startedAt: string;
  declare progress: number;
  declare durationMs: number | null;
  /** PostgreSQL gives it as text. */
  declare bytes: number | string | null;
  declare type: string | null;
  declare chapters: Chapter[];
  declare expiresAt: string | null;
}

export class RecordingTurnRow extends Row {
  static override tableName = 'recording_turns';

  declare id: string;
  declare recordingId: string;
  declare at: string;
  declare turnedTo: string;
}

export class RecordingSegmentRow extends Row {
  static override tableName = 'recording_segments';

  declare id: string;
  declare recordingId: string;
  declare userId: string;
  declare source: string;
  declare beganAt: string;
}
