import { Model } from 'objection';
import { Row } from '../../config/Row.ts';
import type { AttachedFile } from '../../media/contracts/attachment.ts';
import { User } from '../accounts/index.ts';

/** Something that was said in a lesson's room. */
export class ChatMessageRow extends Row {
  static override tableName = 'chat_messages';
  static override jsonAttributes = ['file'];

  declare id: string;
  declare sessionId: string;
  declare userId: string;
  declare clientId: string;
  /** The order in which things were said; PostgreSQL gives it as text. */
  declare position: number | string;
  declare saidAt: string;
  declare toUserId: string | null;
  declare text: string;
  declare file: AttachedFile | null;

  declare author: User;
  declare addressee?: User | null;

  static override relationMappings = () => ({
    author: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'chat_messages.user_id', to: 'users.id' },
    },
    addressee: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'chat_messages.to_user_id', to: 'users.id' },
    },
  });
}
