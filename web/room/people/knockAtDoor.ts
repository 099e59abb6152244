import type { RoomTicket } from '../../../api/contracts/sessions.ts';
import { pause } from '../pause.ts';
import { SignallingError, TicketRefusedError, type RoomEnd } from '../roomTypes.ts';
import { Signalling } from '../Signalling.ts';

export type KnockResult = 'admitted' | 'declined' | 'tooMany' | 'stopped' | { end: RoomEnd };

const retryMs = 1_500;

/** Asks the mentor to be let in and waits for the answer, through any drops, until `stop` is aborted. */
export async function knockAtDoor(
  onTicket: () => Promise<RoomTicket>,
  stop: AbortSignal,
): Promise<KnockResult> {
  while (!stop.aborted) {
    try {
      const result = await knockOnce(await onTicket(), stop);
      if (result !== 'lost') return result;
    } catch (error) {
      if (error instanceof TicketRefusedError) return { end: { reason: 'refused', error: error.cause } };
    }
    await pause(retryMs, 'online');
  }
  return 'stopped';
}

/** Over one ticket, which is good for a minute: once the socket drops, another one is needed. */
function knockOnce(ticket: RoomTicket, stop: AbortSignal): Promise<KnockResult | 'lost'> {
  return new Promise((resolve) => {
    const signalling = new Signalling(ticket);
    const done = (result: KnockResult | 'lost') => {
      stop.removeEventListener('abort', stopped);
      resolve(result);
      signalling.close();
    };
    const stopped = () => done('stopped');
    stop.addEventListener('abort', stopped);
    if (stop.aborted) return stopped();
    const { events } = signalling;
    events.on('knockAnswered', ({ admitted }) => done(admitted ? 'admitted' : 'declined'));
    events.on('refused', ({ roomClosed }) => done(roomClosed ? { end: { reason: 'ended' } } : 'lost'));
    events.on('disconnected', () => done('lost'));
    events.on('closed', ({ reason }) => {
      const over = reason === 'ended' || reason === 'cancelled';
      done(over ? { end: { reason } } : 'lost');
    });
    signalling.request('knock', {}).then(
      ({ admitted }) => admitted && done('admitted'),
      (error: unknown) =>
        done(error instanceof SignallingError && error.code === 'too_many' ? 'tooMany' : 'lost'),
    );
  });
}
