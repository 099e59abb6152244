import type { Room } from '../createRoom.ts';
import { ownQuality } from './ownQuality.ts';

/** What was measured, for whoever helps: figures only, people by their place in the room, no names. */
export function writeReport(room: Room): string {
  const { quality, view } = room;
  const report = {
    at: new Date().toISOString(),
    browser: navigator.userAgent,
    state: view.state,
    choice: quality.choice(),
    own: ownQuality(room),
    now: quality.figures(),
    others: view.people.map(({ id }) => quality.of(id) ?? { peerId: id }),
    lastTwoMinutes: quality.history().map(({ sendBitrate, receiveBitrate, roundTripMs }) => ({
      sendBitrate: Math.round(sendBitrate),
      receiveBitrate: Math.round(receiveBitrate),
      roundTripMs,
    })),
  };
  return JSON.stringify(report, null, 2);
}
