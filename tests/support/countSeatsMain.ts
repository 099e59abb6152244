import { randomUUID } from 'node:crypto';
import { Booking } from '../../api/bookings/index.ts';
import { Session } from '../../api/sessions/index.ts';
import { openDatabase } from '../../config/database.ts';

/**
 * Run as a process of its own: reads a lesson's seats, waits a turn of the event loop, writes one more and a row
 * beside it, as often as asked. `countSeatsMain.ts <database> <session> <learner> <times>`
 */
const [, , url = '', sessionId = '', learnerId = '', times = '0'] = process.argv;
const knex = openDatabase(url);
for (let i = 0; i < Number(times); i++) {
  await knex.transaction(async (trx) => {
    const session = await Session.query(trx).findById(sessionId).throwIfNotFound();
    await new Promise((resolve) => setImmediate(resolve));
    await session.$query(trx).patch({ seatsTaken: session.seatsTaken + 1 });
    const seat = { id: randomUUID(), sessionId, learnerId, state: 'cancelled' as const };
    await Booking.query(trx).insert({ ...seat, createdAt: new Date().toISOString(), cancelledAt: null });
  });
}
await knex.destroy();
