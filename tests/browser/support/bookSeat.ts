import { session } from '../../../api/contracts/sessions.ts';
import type { CallApi } from './callApi.ts';

let daysAhead = 50;

/** The learner books a seat in a new lesson, which tells them. @returns the path of the lesson */
export async function bookSeat(asMentor: CallApi, asLearner: CallApi, title: string): Promise<string> {
  const startsAt = new Date(Date.now() + daysAhead++ * 24 * 3600_000).toISOString();
  const draft = { title, topics: ['Bells'], startsAt, durationMinutes: 15 };
  const { id } = session.parse(await asMentor('POST', '/api/sessions', draft));
  await asLearner('POST', '/api/bookings', { sessionId: id });
  return `/sessions/${id}`;
}
