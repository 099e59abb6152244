import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { muteLearner } from '../browser/support/comeBack.ts';
import { openRoomInNetwork } from '../browser/support/roomInNetwork.ts';

type Room = Awaited<ReturnType<typeof openRoomInNetwork>>;

/**
 * Opens a room for the tests of a file. Whatever they do to the network: who is muted is not heard, until they unmute
 * themselves (ROOM-13).
 * @returns the room, while a test runs
 */
export function useRoom(): () => Room {
  let room: Room | undefined;
  let unmute: (() => Promise<void>) | undefined;
  const open = () => {
    if (!room) throw new Error('the room is not open');
    return room;
  };
  beforeAll(async () => {
    room = await openRoomInNetwork();
  });
  afterAll(() => room?.close());
  beforeEach(async () => {
    unmute = await muteLearner(open());
  });
  afterEach(() => unmute?.());
  return open;
}

/** How long a network is away is what some tests are about. */
export const pass = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
