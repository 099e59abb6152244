import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { roomTicket } from '../../../api/contracts/sessions.ts';
import { createClient } from '../../support/testClient.ts';
import { RoomClient } from '../clients/RoomClient.ts';
import type { SoakPerson } from './people.ts';
import { keepBusy } from './acts.ts';

export interface Visit {
  apiUrl: string;
  sessionId: string;
  person: SoakPerson;
  stayMs: number;
  /** Aborted when the lesson is over. */
  over: AbortSignal;
  /** Counts what was done, by name. */
  count: (what: string) => void;
}

const ticketRounds = 5;
const askAgainMs = 1_000;

const chance = (share: number) => Math.random() < share;

/** One stay in a room, as a page makes it: live socket, ticket, media, acts in between, and one of the ways out. */
export async function visit({ apiUrl, sessionId, person, stayMs, over, count }: Visit): Promise<void> {
  const live = io(apiUrl, {
    auth: { token: person.token },
    transports: ['websocket'],
    forceNew: true,
  });
  live.on('connect', () => void live.emit('watchSession', { sessionId }));
  let client: RoomClient | undefined;
  try {
    const { mediaUrl, ticket } = await askTicket(apiUrl, sessionId, person.token, count);
    client = await RoomClient.join({ url: mediaUrl, ticket, page: { tab: randomUUID() } });
    count('joined');
    const gone = new AbortController();
    client.signalling.on('closed', () => gone.abort());
    const leaving = AbortSignal.any([over, gone.signal]);
    if (chance(0.6)) await client.publish('microphone');
    if (chance(0.25)) await client.publish('camera');
    await keepBusy(client, { stayMs, leaving, count });
    if (leaving.aborted) {
      // The node says farewell by itself, a moment after the api has said that it is over.
      await untilAborted(gone.signal, 5_000);
      count('sent home');
    } else if (chance(0.6)) {
      await client.leave();
      count('left');
    } else count('hung up');
  } catch (error) {
    // Who is on the way in or busy when a lesson ends is refused, rightly.
    if (!over.aborted) count(`FAILED ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    client?.close();
    live.disconnect();
  }
}

async function untilAborted(signal: AbortSignal, timeoutMs: number): Promise<void> {
  await delay(timeoutMs, undefined, { signal }).catch(() => undefined);
}

/** As pages do, who is told that there is nothing right now asks again. */
async function askTicket(apiUrl: string, sessionId: string, token: string, count: Visit['count']) {
  const me = createClient(apiUrl, token);
  for (let round = 1; ; round += 1) {
    const { status, body } = await me.send('POST', `/api/sessions/${sessionId}/ticket`);
    if (status < 300) return roomTicket.parse(body);
    if (status !== 503 || round === ticketRounds)
      throw new Error(`ticket: ${status} ${JSON.stringify(body)}`);
    count('asked again for a ticket');
    await delay(askAgainMs);
  }
}
