import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasEnded, startGuarded, stopGuarded } from '../../bin/launcher/startGuarded.ts';
import { waitUntil } from '../../bin/launcher/waitUntil.ts';
import { freePorts } from './freePorts.ts';

const host = '127.0.0.1';
const secret = 'the secret that this run shares with its TURN server';
const readyMs = 15_000;

/** coturn on the loopback, set up as README.md says but for the addresses and without TLS. */
export async function startTurnServer(): Promise<{
  settings: Record<string, string>;
  close(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-turn-'));
  const [port = 0] = await freePorts(1);
  const args = [
    ...['-n', '--no-cli', '--no-tls', '--no-dtls', '--log-file', 'stdout', '--simple-log'],
    ...['--listening-ip', host, '--listening-port', String(port), '--relay-ip', host],
    ...['--use-auth-secret', '--static-auth-secret', secret, '--realm', 'peerlearn'],
    ...[
      '--fingerprint',
      '--no-multicast-peers',
      '--pidfile',
      join(folder, 'pid'),
      '--userdb',
      join(folder, 'db'),
    ],
    // Only here: a TURN server in earnest must not let anyone reach what listens on its own loopback.
    '--allow-loopback-peers',
  ];
  const program = process.env.TURNSERVER_PATH ?? 'turnserver';
  const server = startGuarded(program, args, { env: process.env, cwd: folder, stdio: 'ignore' });
  const close = async () => {
    await stopGuarded(server, { graceMs: 5_000 });
    await rm(folder, { recursive: true, force: true });
  };
  await waitUntil(async () => hasEnded(server) || (await accepts(port)), AbortSignal.timeout(readyMs));
  if (hasEnded(server) || !(await accepts(port))) {
    await close();
    throw new Error('turnserver did not start');
  }
  const urls = ['udp', 'tcp'].map((transport) => `turn:${host}:${port}?transport=${transport}`);
  return { settings: { TURN_URLS: urls.join(','), TURN_SECRET: secret }, close };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
