import { Model } from 'objection';
import { Row } from '../../config/Row.ts';
import { User } from '../accounts/index.ts';
import type { BookingState } from '../contracts/bookings.ts';
import { Session, sessionGraph } from '../sessions/index.ts';

/** One learner's seat in one lesson. */
export class Booking extends Row {
  static override tableName = 'bookings';

  declare id: string;
  declare sessionId: string;
  declare learnerId: string;
  declare state: BookingState;
  declare createdAt: string;
  declare cancelledAt: string | null;

  declare learner: User;
  declare session: Session;

  static override relationMappings = () => ({
    learner: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'bookings.learner_id', to: 'users.id' },
    },
    session: {
      relation: Model.BelongsToOneRelation,
      modelClass: Session,
      join: { from: 'bookings.session_id', to: 'sessions.id' },
    },
  });
}

/** What the presenter needs beside the row itself. */
export const bookingGraph = `[learner, session.${sessionGraph}]`;
