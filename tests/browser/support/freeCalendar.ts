import { sessionPage } from '../../../api/contracts/sessions.ts';
import type { CallApi } from './callApi.ts';

const soonMs = 2 * 3600_000;

/**
 * Makes room for a lesson now. One of the demo data, or of a test that failed, may stand there: it is held and over
 * at once.
 */
export async function freeCalendar(asMentor: CallApi): Promise<void> {
  const { items } = sessionPage.parse(await asMentor('GET', '/api/sessions?scope=mine'));
  for (const { id, startsAt, state } of items) {
    if (Date.parse(startsAt) > Date.now() + soonMs) continue;
    if (state === 'scheduled') await asMentor('POST', `/api/sessions/${id}/live`);
    else if (state !== 'live') continue;
    await asMentor('POST', `/api/sessions/${id}/end`);
  }
}
