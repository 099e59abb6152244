import type { Knex } from 'knex';
import { createSecretBox } from '../../config/secretBox.ts';
import {
  anonymise,
  type Caller,
  type originOf,
  provePassword,
  unknownPassword,
  User,
} from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { giveUpSeats } from '../bookings/index.ts';
import { mentorLeft } from '../catalogue/index.ts';
import type { DeletionBlock } from '../contracts/privacy.ts';
import { removeAllFiles } from '../files/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import { removeRecordingsOf } from '../recordings/index.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { withdrawSessions } from '../sessions/index.ts';
import { deletedName } from '../text/privacy.ts';
import { Export } from './model.ts';
import { blocksOf, deletedEmail } from './rules.ts';

/** Why the caller's account cannot go yet. */
export async function findBlocks(knex: Knex, { userId, role }: Caller, now: Date): Promise<DeletionBlock[]> {
  const count = async (query: Knex.QueryBuilder) => {
    const [row] = await query.count<{ count: number }[]>({ count: '*' });
    return row?.count ?? 0;
  };
  const ownLive = await count(knex('sessions').where({ mentor_id: userId, state: 'live' }));
  const inLive = await count(
    knex('bookings as b')
      .join('sessions as s', 's.id', 'b.session_id')
      .where({ 'b.learner_id': userId, 's.state': 'live' })
      .whereIn('b.state', ['confirmed', 'attended']),
  );
  const booked = await count(
    knex('sessions')
      .where({ mentor_id: userId, state: 'scheduled' })
      .where('ends_at', '>', now.toISOString())
      .where('seats_taken', '>', 0),
  );
  const otherAdmins = await count(
    knex('users').where({ role: 'admin' }).whereNull('deleted_at').whereNot({ id: userId }),
  );
  return blocksOf({ role, live: ownLive + inLive, booked, otherAdmins });
}

/**
 * Deletes the caller's account (WEB-6): nothing personal is left; what others and the books need stays without it.
 * @throws Refusal `invalid` for a wrong password, `account_locked`; `wrong_state` when something must be settled first.
 */
export async function deleteAccount(
  services: Services,
  me: Caller,
  password: string,
  origin: ReturnType<typeof originOf>,
): Promise<void> {
  const { knex, settings, now } = services;
  await provePassword(services, { userId: me.userId, password, address: origin.address });
  const passwordHash = await unknownPassword();
  const at = now();
  await knex.transaction(async (trx) => {
    // Two last admins who leave at once take turns.
    if (me.role === 'admin') await User.query(trx).where({ role: 'admin' }).orderBy('id').forUpdate();
    const user = await User.query(trx).findById(me.userId).whereNull('deleted_at').forUpdate();
    if (!user) throw new Refusal('session_expired');
    if ((await findBlocks(trx, me, at)).length > 0) throw new Refusal('wrong_state');
    const sealed = sealFarewell(settings.dataSecret, user);
    await removePersonal(trx, user, at);
    const remains = { name: deletedName, email: deletedEmail(user.id), passwordHash };
    await anonymise(trx, user, remains, at);
    await giveUpSeats(trx, settings, user.id, at);
    await withdrawSessions(trx, user.id);
    await mentorLeft(trx, user.id);
    await recordAct(trx, {
      actor: { id: user.id, role: user.role },
      act: 'account.deleted',
      subject: { kind: 'user', id: user.id },
      origin,
      at,
    });
    await enqueueJob(trx, 'mail.farewell', { sealed });
    await enqueueJob(trx, 'live.end', { userId: user.id });
  });
}

/** Tables of other domains whose rows are the person's alone. */
const personalTables = [
  'notifications',
  'push_subscriptions',
  'preferences',
  'payout_accounts',
  'session_quality',
  'chat_messages',
  'board_changes',
  'session_files',
];

async function removePersonal(trx: Knex.Transaction, user: User, now: Date): Promise<void> {
  await removeAllFiles(trx, user.id, now);
  for (const recordingId of await removeRecordingsOf(trx, user.id))
    await enqueueJob(trx, 'recording.remove', { recordingId });
  for (const { id } of await Export.query(trx).where({ userId: user.id }))
    await enqueueJob(trx, 'files.remove', { fileId: id });
  await Export.query(trx).where({ userId: user.id }).delete();
  // That somebody was reported, and why, is still needed to protect others; the words are the person's own.
  await trx('reports').where({ reporter_id: user.id }).update({ text: '' });
  for (const table of personalTables) await trx(table).where({ user_id: user.id }).delete();
}

/** The last mail goes to an address that is stored nowhere any more, so the job carries it, sealed. */
function sealFarewell(dataSecret: string, { name, email, locale }: User): string {
  return createSecretBox(dataSecret, 'farewell').seal(JSON.stringify({ name, email, locale }));
}
