import { Model, type QueryBuilder } from 'objection';
import { Row } from '../../config/Row.ts';
import { User } from '../accounts/index.ts';
import { MentorFigures } from '../catalogue/index.ts';
import type { SessionState } from '../contracts/sessions.ts';
import type { LessonLanguage } from '../contracts/teaching.ts';

/** One entry of a lesson's checklist. */
export class SessionTopic extends Row {
  static override tableName = 'session_topics';
  static override idColumn = ['session_id', 'position'];

  declare sessionId: string;
  declare position: number;
  declare title: string;
  /** The title as it is searched for; see `topicKey`. */
  declare key: string;
}

/** One lesson at one time. */
export class Session extends Row {
  static override tableName = 'sessions';
  static override jsonAttributes = ['domains'];

  declare id: string;
  declare mentorId: string;
  declare title: string;
  declare description: string;
  declare domains: string[];
  declare startsAt: string;
  declare endsAt: string;
  declare durationMinutes: number;
  /** How much of it was added while the lesson went on. */
  declare extendedMinutes: number;
  declare capacity: number;
  /** Seats held, confirmed or waiting for approval; never above the capacity. */
  declare seatsTaken: number;
  declare pricePaise: number;
  declare state: SessionState;
  declare language: LessonLanguage;
  declare roomCode: string;
  declare mentorReadyAt: string | null;
  declare liveAt: string | null;
  declare endedAt: string | null;
  declare createdAt: string;

  declare mentor: User;
  declare figures?: MentorFigures | null;
  declare topics: SessionTopic[];

  static override relationMappings = () => ({
    mentor: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'sessions.mentor_id', to: 'users.id' },
    },
    figures: {
      relation: Model.BelongsToOneRelation,
      modelClass: MentorFigures,
      join: { from: 'sessions.mentor_id', to: 'mentor_figures.mentor_id' },
    },
    topics: {
      relation: Model.HasManyRelation,
      modelClass: SessionTopic,
      modify: (query: QueryBuilder<SessionTopic>) => query.orderBy('position'),
      join: { from: 'sessions.id', to: 'session_topics.session_id' },
    },
  });
}

/** What the presenter needs beside the row itself. */
export const sessionGraph = '[mentor, figures, topics]';
