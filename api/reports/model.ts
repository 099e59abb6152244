import { Model } from 'objection';
import { Row } from '../../config/Row.ts';
import { User } from '../accounts/index.ts';
import type { ReportReason } from '../contracts/reports.ts';
import { Session } from '../sessions/index.ts';

/** What someone told the admins about another person of a lesson: once about each. */
export class Report extends Row {
  static override tableName = 'reports';

  declare id: string;
  declare sessionId: string;
  declare reporterId: string;
  declare reportedId: string;
  declare reason: ReportReason;
  declare text: string;
  declare createdAt: string;

  declare session: Session;
  declare reporter: User;
  declare reported: User;

  static override relationMappings = () => ({
    session: {
      relation: Model.BelongsToOneRelation,
      modelClass: Session,
      join: { from: 'reports.session_id', to: 'sessions.id' },
    },
    reporter: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'reports.reporter_id', to: 'users.id' },
    },
    reported: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'reports.reported_id', to: 'users.id' },
    },
  });
}
