import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasEnded, startGuarded, stopGuarded } from '../launcher/startGuarded.ts';
import { waitUntil } from '../launcher/waitUntil.ts';
import { OperatorError } from '../terminal/OperatorError.ts';
import type { TestServer } from './testServer.ts';

const graceMs = 10_000;
const superuser = 'tester';
/** PostgreSQL refuses to run as root; Debian's package makes this user. */
const unprivilegedUser = 'postgres';

/**
 * A PostgreSQL server for one run of the tests: new, in a temporary folder, on a socket in it, and careless about
 * power cuts.
 * @param programs folder with `initdb` and `postgres`
 */
export async function startPostgresServer(programs: string, stop: AbortSignal): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-postgres-'));
  const user = process.getuid?.() === 0 ? unprivilegedUser : undefined;
  if (user) run('chown', [user, folder], folder);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const asUser = user ? ['--reuid', user, '--regid', user, '--clear-groups'] : [];
  run('setpriv', [...asUser, '--', join(programs, 'initdb'), ...initdb], folder);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: 200,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // SIGINT is PostgreSQL's fast end; at SIGTERM it waits for its clients to leave.
  const server = startGuarded(join(programs, 'postgres'), ['-D', data, ...flags], {
    env: process.env,
    cwd: folder,
    stdio: 'ignore',
    deathSignal: 'INT',
    ...(user && { user }),
  });
  const stopServer = async () => {
    await stopGuarded(server, { signal: 'SIGINT', graceMs });
    await rm(folder, { recursive: true, force: true });
  };
  await waitUntil(() => Promise.resolve(hasEnded(server) || isReady(programs, folder)), stop);
  if (hasEnded(server)) {
    await stopServer();
    throw new OperatorError(
      'PostgreSQL did not start. Set TEST_DATABASE_URL to an empty database to use another.',
    );
  }
  const url = `postgres://${superuser}@localhost/postgres?host=${encodeURIComponent(folder)}`;
  return { url, stop: stopServer };
}

function isReady(programs: string, socketFolder: string): boolean {
  return spawnSync(join(programs, 'pg_isready'), ['-q', '-h', socketFolder]).status === 0;
}

function run(command: string, args: string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new OperatorError(`${stderr}\n${command} failed while setting up PostgreSQL for the tests.`);
}
