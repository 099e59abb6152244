import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long a redis-server of a start before this one may take to save and end. */
const predecessorSeconds = 20;
const answerTimeoutMs = 1_000;

export type RedisServer = {
  url: string;
  /** For `startGuarded` or a `Service`. */
  command: string;
  args: string[];
  isReady: () => Promise<boolean>;
  /** Removes the socket; after the server has ended. */
  cleanUp: () => Promise<void>;
};

/**
 * A Redis of our own: on a socket that only this user can reach, so that it takes no port and needs no password,
 * keeping every write in an append-only file. Two servers never write to one folder: each holds a lock on it
 * from its start until its process is gone.
 * @param dataFolder where its files are kept
 */
export async function prepareRedisServer(program: string, dataFolder: string): Promise<RedisServer> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  // Not in the data folder: a socket's path may have no more than 107 bytes.
  const socketFolder = await mkdtemp(join(tmpdir(), 'peerlearn-redis-'));
  const socket = join(socketFolder, 'redis.sock');
  const lock = ['--no-fork', '--timeout', String(predecessorSeconds), join(dataFolder, 'lock')];
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: dataFolder,
    appendonly: 'yes',
    // BullMQ's jobs must never be thrown away to make room.
    'maxmemory-policy': 'noeviction',
    loglevel: 'notice',
    logfile: join(dataFolder, 'redis.log'),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  return {
    url: `unix://${socket}`,
    command: 'flock',
    args: [...lock, program, ...flags],
    isReady: () => answersPing(socket),
    cleanUp: () => rm(socketFolder, { recursive: true, force: true }),
  };
}

/** Redis answers anything but PONG while it still reads its files. */
function answersPing(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const answer = (ready: boolean) => {
      connection.destroy();
      resolve(ready);
    };
    connection.setTimeout(answerTimeoutMs, () => answer(false));
    connection.once('error', () => answer(false));
    connection.once('connect', () => connection.write('PING\r\n'));
    connection.once('data', (data) => answer(data.toString().startsWith('+PONG')));
  });
}
