import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { areTaken } from './freePorts.ts';

const listensWithinMs = 15_000;
/** How long it may take to write a file's end before it is killed: what it has written is good without. */
const endsWithinMs = 5_000;

const waitsForPacketMs = 300;

export interface RunningFfmpeg {
  /** Resolves when the process is gone, however. */
  ended: Promise<void>;
  /** Has it finish its file. */
  stop(): Promise<void>;
}

/**
 * Starts an FFmpeg that writes what it receives into a Matroska file, as it is. Clusters end five times a second and are
 * written at once, so that a crash costs no more. Linux ends it with this process (PR_SET_PDEATHSIG); told gently, it would
 * wait for a packet that does not come any more.
 * @throws Error when it does not listen; nothing of it is left then.
 */
export async function startFfmpeg(
  program: string,
  { sdp, port, file }: { sdp: string; port: number; file: string },
): Promise<RunningFfmpeg> {
  const input = [
    ...['-protocol_whitelist', 'pipe,rtp,udp', '-fflags', '+genpts', '-f', 'sdp'],
    // Else it would end when somebody is muted for ten seconds.
    ...['-listen_timeout', '86400'],
    // Retransmissions come late; nobody watches live, so they are waited for.
    ...['-max_delay', '500000', '-reorder_queue_size', '1000', '-buffer_size', '4194304'],
    ...['-analyzeduration', '1000000', '-fpsprobesize', '0', '-i', 'pipe:0'],
  ];
  const output = [
    // Nothing that comes out of RTP as VP9 is marked as a key frame: without `copyinkf` all of it would be left out.
    ...['-map', '0', '-c', 'copy', '-copyinkf', '-copyts', '-f', 'matroska'],
    ...['-cluster_time_limit', '200', '-flush_packets', '1'],
  ];
  const args = ['-hide_banner', '-loglevel', 'error', '-nostdin', ...input, ...output, '-y', file];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // A Ctrl-C in the terminal is for this process, which stops it in its turn.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(sdp);
  let stopping: Promise<void> | undefined;
  const running = { ended, stop: () => (stopping ??= stop(child, ended)) };
  try {
    await untilListening(child, port);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + listensWithinMs;
  while (!(await areTaken(port, port + 1))) {
    const gone = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
    if (gone || performance.now() > deadline) throw new Error('FFmpeg does not listen');
    await delay(10);
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT');
  // It heeds that with the next packet. Where none comes, it takes a second signal to end its waiting.
  const insist = setTimeout(() => child.kill('SIGINT'), waitsForPacketMs);
  const timer = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
  await ended;
  clearTimeout(insist);
  clearTimeout(timer);
}
