import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ip = (line: string) => run('ip', line.split(' '));
/** Nobody's: what is sent to it is lost without a word. */
const nowhere = '02:00:00:00:00:99';

type Cable = { here: string; there: string; ours: string; theirs: string };

/**
 * A machine of the test's own (network namespace, Debian's iproute2), with one cable for the web and signalling and
 * another for media. Needs root, as Debian's packages do.
 */
export async function openOwnNetwork() {
  const name = `peerlearn-${process.pid}`;
  // Of 198.18.0.0/15, which is for tests of networks (RFC 2544).
  const net = `198.18.${randomInt(256)}`;
  const cable = (letter: string, first: number): Cable => ({
    ...{ here: `pl${process.pid}${letter}0`, there: `pl${process.pid}${letter}1` },
    ...{ ours: `${net}.${first}`, theirs: `${net}.${first + 1}` },
  });
  const cables = { signalling: cable('s', 1), media: cable('m', 5) };
  const all = Object.values(cables);
  const inside = (line: string) => ip(`-n ${name} ${line}`);
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-network-'));
  const close = async () => {
    // A cable goes with the machine at its end.
    await ip(`netns del ${name}`);
    await rm(folder, { recursive: true, force: true });
  };
  await ip(`netns add ${name}`);
  try {
    await inside('link set lo up');
    for (const { here, there, ours, theirs } of all) {
      await ip(`link add ${here} type veth peer name ${there} netns ${name}`);
      await ip(`addr add ${ours}/30 dev ${here}`);
      await ip(`link set ${here} up`);
      await inside(`addr add ${theirs}/30 dev ${there}`);
      await inside(`link set ${there} up`);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    signallingAddress: cables.signalling.ours,
    mediaAddress: cables.media.ours,
    /** @returns a program that runs `command` on that machine, its open files and arguments handed on */
    async wrap(command: string): Promise<string> {
      const file = join(folder, 'run');
      await writeFile(file, `#!/bin/sh\nexec ip netns exec ${name} ${command} "$@"\n`, { mode: 0o755 });
      return file;
    },
    /** As when Wi-Fi is switched off: the machine knows at once that it has no network. */
    async unplug(): Promise<void> {
      for (const { there } of all) await inside(`link set ${there} down`);
    },
    async plugIn(): Promise<void> {
      for (const { there } of all) await inside(`link set ${there} up`);
    },
    /** As in a dead spot: nothing arrives any more, in either direction, and nobody says so. */
    async lose(...which: (keyof typeof cables)[]): Promise<void> {
      for (const { here, there, ours, theirs } of which.map((one) => cables[one])) {
        await ip(`neigh replace ${theirs} lladdr ${nowhere} dev ${here} nud permanent`);
        await inside(`neigh replace ${ours} lladdr ${nowhere} dev ${there} nud permanent`);
      }
    },
    async find(...which: (keyof typeof cables)[]): Promise<void> {
      for (const { here, there, ours, theirs } of which.map((one) => cables[one])) {
        await ip(`neigh del ${theirs} dev ${here}`);
        await inside(`neigh del ${ours} dev ${there}`);
      }
    },
    close,
  };
}

export type OwnNetwork = Awaited<ReturnType<typeof openOwnNetwork>>;
