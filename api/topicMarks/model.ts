import { Row } from '../../config/Row.ts';
import type { TopicAct, TopicChange } from '../../media/contracts/topics.ts';

/** Something that a mentor did with their lesson's checklist. */
export class TopicChangeRow extends Row {
  static override tableName = 'topic_changes';
  static override jsonAttributes = ['did'];

  declare id: string;
  declare sessionId: string;
  declare userId: string;
  declare clientId: string;
  /** The order in which things were done; PostgreSQL gives it as text. */
  declare position: number | string;
  declare happenedAt: string;
  declare clockMs: number;
  declare did: TopicAct;

  toChange(): TopicChange {
    const { id, clientId, position, happenedAt, clockMs, did } = this;
    return { id, clientId, position: Number(position), at: happenedAt, clockMs, did };
  }
}
