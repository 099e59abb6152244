import { boardChanges } from '../../../api/contracts/board.ts';
import { api } from '../../lib/api.ts';
import type { Change } from './engine/BoardTimeline.ts';

const atOnce = 1_000;

/**
 * What is kept of a lesson's board, in its order and in parts: the `last` state of each thing, or `all` that happened.
 * @throws ApiError
 */
export async function* loadKept(
  sessionId: string,
  which: 'last' | 'all',
  signal: AbortSignal,
): AsyncGenerator<Change[]> {
  const path = `/api/sessions/${sessionId}/board${which === 'all' ? '/changes' : ''}`;
  let cursor: string | undefined;
  do {
    const part = await api.get(path, boardChanges, { query: { cursor, limit: atOnce }, signal });
    yield part.items;
    cursor = part.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
