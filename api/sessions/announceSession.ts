import type { Knex } from 'knex';
import { clearCatalogueAfter } from '../catalogue/index.ts';
import { channels } from '../contracts/events.ts';
import { emitLive } from '../outbox/index.ts';
import { Session, sessionGraph } from './model.ts';
import { presentSession } from './presenter.ts';

/** Tells every page that shows a lesson what it has become. Call it last in the transaction. */
export async function announceSession(
  trx: Knex.Transaction,
  sessionId: string,
  fact: 'session.published' | 'session.changed' = 'session.changed',
): Promise<Session> {
  const session = await Session.query(trx)
    .findById(sessionId)
    .withGraphFetched(sessionGraph)
    .throwIfNotFound();
  const to = [channels.catalogue, channels.session(sessionId)];
  await emitLive(trx, to, fact, { session: presentSession(session) });
  clearCatalogueAfter(trx);
  return session;
}
