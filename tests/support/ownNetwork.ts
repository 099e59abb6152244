import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ip = (line: string) => run('ip', line.split(' '));
const tc = (line: string) => run('tc', line.split(' '));
/** Of a table of routes, here and there, by which what shall be lost goes astray. */
const astray = 7_310;
/** Nobody's: what is sent to it is lost without a word. */
const nowhere = '02:00:00:00:00:99';

type Cable = { here: string; there: string; ours: string; theirs: string };

/**
 * A machine of the test's own (network namespace, Debian's iproute2), with one cable for the web and signalling,
 * another for media, and a third that stands for the mobile network and is switched off at first. Needs root, as
 * Debian's packages do.
 */
export async function openOwnNetwork() {
  const name = `peerlearn-${process.pid}`;
  // Of 198.18.0.0/15, which is for tests of networks (RFC 2544).
  const net = `198.18.${randomInt(256)}`;
  const makeCable = (letter: string, first: number): Cable => ({
    ...{ here: `pl${process.pid}${letter}0`, there: `pl${process.pid}${letter}1` },
    ...{ ours: `${net}.${first}`, theirs: `${net}.${first + 1}` },
  });
  const cables = { signalling: makeCable('s', 1), media: makeCable('m', 5) };
  const mobile = makeCable('c', 9);
  const all = Object.values(cables);
  // Nobody has it, and everybody is sure to know its hardware address.
  const nobody = `${net}.254`;
  const inside = (line: string) => ip(`-n ${name} ${line}`);
  // An address comes and goes with its network, as by DHCP: a browser looks for addresses, not for plugs.
  const connect = async ({ there, theirs }: Pick<Cable, 'there' | 'theirs'>) => {
    await inside(`link set ${there} up`);
    await inside(`addr add ${theirs}/30 dev ${there}`);
  };
  const disconnect = async ({ there }: Cable) => {
    await inside(`addr flush dev ${there}`);
    await inside(`link set ${there} down`);
  };
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-network-'));
  const close = async () => {
    await ip(`rule del to ${cables.media.theirs} table ${astray}`).catch(() => undefined);
    // A cable goes with the machine at its end.
    await ip(`netns del ${name}`);
    await rm(folder, { recursive: true, force: true });
  };
  await ip(`netns add ${name}`);
  try {
    await inside('link set lo up');
    for (const { here, there, ours, theirs } of [...all, mobile]) {
      await ip(`link add ${here} type veth peer name ${there} netns ${name}`);
      await ip(`addr add ${ours}/30 dev ${here}`);
      await ip(`link set ${here} up`);
      if (there !== mobile.there) await connect({ there, theirs });
    }
  } catch (error) {
    await close();
    throw error;
  }
  const signalAll = async (signal: NodeJS.Signals) => {
    const { stdout } = await ip(`netns pids ${name}`);
    for (const pid of stdout.split('\n').filter(Boolean)) process.kill(Number(pid), signal);
  };
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
      for (const cable of all) await disconnect(cable);
    },
    async plugIn(): Promise<void> {
      for (const cable of all) await connect(cable);
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
    /** As a firewall that lets no UDP through, in either direction; nobody says so. */
    async loseUdp(): Promise<void> {
      const { here, there, ours, theirs } = cables.media;
      await ip(`neigh replace ${nobody} lladdr ${nowhere} dev ${here} nud permanent`);
      await ip(`route replace default via ${nobody} dev ${here} onlink table ${astray}`);
      await ip(`rule add to ${theirs} ipproto udp table ${astray} priority 10`);
      await inside(`neigh replace ${nobody} lladdr ${nowhere} dev ${there} nud permanent`);
      await inside(`route replace default via ${nobody} dev ${there} onlink table ${astray}`);
      await inside(`rule add to ${ours} ipproto udp table ${astray} priority 10`);
    },
    async findUdp(): Promise<void> {
      await ip(`rule del to ${cables.media.theirs} table ${astray}`);
      await inside(`rule del to ${cables.media.ours} table ${astray}`);
    },
    /** What the machine receives of media comes no faster than this: a queue of 200 ms, and the rest is lost. */
    async throttleMedia(kilobitsPerSecond: number): Promise<void> {
      const shape = `tbf rate ${kilobitsPerSecond}kbit burst 5kb latency 200ms`;
      await tc(`qdisc replace dev ${cables.media.here} root ${shape}`);
    },
    async unthrottleMedia(): Promise<void> {
      await tc(`qdisc del dev ${cables.media.here} root`);
    },
    /** As a phone that leaves the house: another network, another address, and the old one is gone. */
    async goMobile(): Promise<void> {
      await connect(mobile);
      for (const cable of all) await disconnect(cable);
      for (const { ours } of all)
        await inside(`route replace ${ours} via ${mobile.ours} dev ${mobile.there}`);
    },
    async comeHome(): Promise<void> {
      for (const { ours } of all) await inside(`route del ${ours} via ${mobile.ours} dev ${mobile.there}`);
      for (const cable of all) await connect(cable);
      await disconnect(mobile);
    },
    /** As a laptop that is closed: all that runs on the machine stands still. */
    async fallAsleep(): Promise<void> {
      await signalAll('SIGSTOP');
    },
    async wakeUp(): Promise<void> {
      await signalAll('SIGCONT');
    },
    close,
  };
}

export type OwnNetwork = Awaited<ReturnType<typeof openOwnNetwork>>;
