import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { recordings } from '../../api/contracts/recordings.ts';
import { roomTicket, sessionForMe } from '../../api/contracts/sessions.ts';
import { callApiAs } from '../browser/support/callApi.ts';
import { liveLesson } from '../browser/support/roomInNetwork.ts';
import { RoomClient } from '../load/clients/RoomClient.ts';
import { childrenOf } from '../support/processFigures.ts';
import { publishReal } from '../support/realMedia.ts';
import type { Product } from '../support/startProduct.ts';
import { type Figures, round } from './figures.ts';

const recordedSeconds = 30;
/** Of the kernel's clock (proc(5): USER_HZ). */
const ticksPerSecond = 100;

/** A lesson of two with a shared screen: what its recording costs while it runs, and its composing afterwards (ROOM-12). */
export async function benchRecording(product: Product): Promise<Figures> {
  const url = product.apiUrl.replace('127.0.0.1', 'localhost');
  const path = await liveLesson(url);
  const [asMentor, asLearner] = await Promise.all([callApiAs(url, 'mentor'), callApiAs(url, 'learner')]);
  const { id } = sessionForMe.parse(await asLearner('GET', `/api/rooms/${path.split('/').at(-1)}`));
  const join = async (as: typeof asMentor) => {
    const { ticket, mediaUrl } = roomTicket.parse(await as('POST', `/api/sessions/${id}/ticket`));
    return RoomClient.join({ url: mediaUrl, ticket, page: { mayRecord: true } });
  };
  const [mentor, learner] = await Promise.all([join(asMentor), join(asLearner)]);
  const sent = await Promise.all([
    publishReal(mentor, 'microphone', 'sine=frequency=440'),
    publishReal(mentor, 'camera', 'testsrc2=size=640x360:rate=25'),
    publishReal(mentor, 'screen', 'testsrc=size=1280x720:rate=5'),
    publishReal(learner, 'microphone', 'sine=frequency=880'),
    publishReal(learner, 'camera', 'testsrc2=size=640x360:rate=25'),
  ]);
  const turn = (to: 'on' | 'off') => mentor.signalling.request('setRecording', { to });
  const { pid } = product.processes.media;
  const without = await cpuFor(pid, recordedSeconds);
  await turn('on');
  while ((await cpuOf(pid)).writers < sent.length) await delay(50);
  const recorded = await cpuFor(pid, recordedSeconds);
  await turn('off');
  await Promise.all(sent.map((each) => each.stop()));
  const find = async () => recordings.parse(await asMentor('GET', `/api/sessions/${id}/recordings`)).items[0];
  while ((await find())?.state !== 'composing') await delay(20);
  const since = performance.now();
  while ((await find())?.state === 'composing') await delay(100);
  const composedMs = performance.now() - since;
  const made = await find();
  if (made?.state !== 'ready' || made.durationMs === null) throw new Error('the lesson was not composed');
  await Promise.all([mentor.leave(), learner.leave()]);
  await asMentor('POST', `/api/sessions/${id}/end`);
  const minutes = made.durationMs / 60_000;
  return {
    recordingCpuPercent: {
      value: round(recorded.ffmpeg + recorded.node - without.node, 1),
      unit: '%',
      about: `of a core more while a lesson is recorded: ${sent.length} tracks of two people`,
    },
    recordingFfmpegPercent: { value: round(recorded.ffmpeg, 1), unit: '%', about: 'of that, FFmpeg' },
    composingSecondsPerMinute: {
      value: round(composedMs / 1000 / minutes, 1),
      unit: 's',
      about: 'composing a minute of it, 1280×720 at 25 pictures a second',
    },
    recordingMbPerMinute: {
      value: round((made.bytes ?? 0) / 1e6 / minutes, 1),
      unit: 'MB',
      about: 'a minute of the composed file',
    },
  };
}

/** CPU time (seconds) that a media node, its workers and its FFmpegs have used, and how many of those there are. */
async function cpuOf(mediaPid: number): Promise<{ node: number; ffmpeg: number; writers: number }> {
  const pids = [mediaPid, ...(await childrenOf(mediaPid))];
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  const seconds = (some: string[]) => some.reduce((sum, stat) => sum + ticksOf(stat), 0) / ticksPerSecond;
  const isFfmpeg = (stat: string) => stat.includes('(ffmpeg)');
  const writers = stats.filter(isFfmpeg);
  return {
    node: seconds(stats.filter((stat) => !isFfmpeg(stat))),
    ffmpeg: seconds(writers),
    writers: writers.length,
  };
}

/** Of proc(5)'s `stat`: `utime` and `stime`. */
function ticksOf(stat: string): number {
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return user + system;
}

/** CPU (in % of a core) that is used for so long (seconds). */
async function cpuFor(mediaPid: number, seconds: number): Promise<{ node: number; ffmpeg: number }> {
  const before = await cpuOf(mediaPid);
  await delay(seconds * 1_000);
  const after = await cpuOf(mediaPid);
  const percent = (from: number, to: number) => (100 * (to - from)) / seconds;
  return { node: percent(before.node, after.node), ffmpeg: percent(before.ffmpeg, after.ffmpeg) };
}
