import { z } from 'zod';
import { boardItem, type BoardItem } from '../../../../media/contracts/board.ts';
import type { PendingStore } from './BoardSync.ts';

/** What a person drew and nobody has yet, on this device, so that it outlives the page (ROOM-9). */
export function keepPending(storage: Storage, sessionId: string, userId: string): PendingStore {
  const key = `peerlearn.board.${sessionId}.${userId}`;
  let isEmpty = storage.getItem(key) === null;
  return {
    load(): BoardItem[] {
      try {
        return z.array(boardItem).parse(JSON.parse(storage.getItem(key) ?? '[]'));
      } catch {
        return [];
      }
    },
    save(items): void {
      if (items.length === 0 && isEmpty) return;
      isEmpty = items.length === 0;
      try {
        if (isEmpty) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(items));
      } catch {
        // The device has no more space: it is still sent as long as the page lives.
      }
    },
  };
}
