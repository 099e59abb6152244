import { setTimeout as delay } from 'node:timers/promises';
import type { PeerConnection } from 'node-datachannel';

const lookEveryMs = 5;

/**
 * Does what brings a connection up and resolves when ICE and DTLS are through.
 * The state is looked at rather than its event awaited: it may have been reached already.
 * @throws Error when the step or the connection fails; the connection is closed then.
 */
export async function untilConnected(
  connection: PeerConnection,
  begin: () => Promise<unknown>,
): Promise<void> {
  try {
    await begin();
    while (connection.state() !== 'connected') {
      if (['failed', 'closed'].includes(connection.state())) throw new Error('no connection to the SFU');
      await delay(lookEveryMs);
    }
  } catch (error) {
    connection.close();
    throw error;
  }
}
