import { Model } from 'objection';
import { Row } from '../../config/Row.ts';
import { User } from '../accounts/index.ts';
import { Session } from '../sessions/index.ts';

/** What a learner says of a lesson they attended: one for each booking. */
export class Review extends Row {
  static override tableName = 'reviews';

  declare id: string;
  declare bookingId: string;
  declare sessionId: string;
  declare mentorId: string;
  declare learnerId: string;
  /** 1 to 5. */
  declare stars: number;
  declare comment: string;
  declare createdAt: string;
  declare editedAt: string | null;

  declare learner: User;
  declare session: Session;

  static override relationMappings = () => ({
    learner: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'reviews.learner_id', to: 'users.id' },
    },
    session: {
      relation: Model.BelongsToOneRelation,
      modelClass: Session,
      join: { from: 'reviews.session_id', to: 'sessions.id' },
    },
  });
}
