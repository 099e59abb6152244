import type { PeerConnection } from 'node-datachannel';

/**
 * Does what brings a connection up and resolves when ICE and DTLS are through.
 * @throws Error when the step or the connection fails; the connection is closed then.
 */
export async function untilConnected(
  connection: PeerConnection,
  begin: () => Promise<unknown>,
): Promise<void> {
  const connected = new Promise<void>((resolve, reject) => {
    connection.onStateChange((state) => {
      if (state === 'connected') resolve();
      if (state === 'failed') reject(new Error('no connection to the SFU'));
    });
  });
  try {
    await Promise.all([begin(), connected]);
  } catch (error) {
    connection.close();
    throw error;
  }
}
