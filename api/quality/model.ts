import { Model } from 'objection';
import { Row } from '../../config/Row.ts';
import type { MeasuredQuality } from '../../media/contracts/quality.ts';
import { User } from '../accounts/index.ts';

/** What a media node measured of one person's connection over a minute or so. */
export class QualityRow extends Row {
  static override tableName = 'session_quality';
  static override jsonAttributes = ['quality'];

  declare id: string;
  declare sessionId: string;
  declare userId: string;
  declare role: 'mentor' | 'learner' | 'admin';
  declare measuredFrom: string;
  declare measuredTo: string;
  declare quality: MeasuredQuality;

  declare user: User;

  static override relationMappings = () => ({
    user: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'session_quality.user_id', to: 'users.id' },
    },
  });
}
