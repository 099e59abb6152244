import { Row } from '../../config/Row.ts';

/** Where a mentor's money goes. */
export class PayoutAccountRow extends Row {
  static override tableName = 'payout_accounts';
  static override idColumn = 'user_id';

  declare userId: string;
  declare kind: 'upi' | 'bank';
  /** JSON of `setPayoutAccount`, sealed. */
  declare sealed: string;
  /** What is shown of it. */
  declare masked: string;
  declare changedAt: string;
}
