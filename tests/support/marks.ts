import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { probe } from './realMedia.ts';

/** When (seconds) FFmpeg's filter says so, of a whole file. */
async function moments(file: string, args: string[], words: RegExp): Promise<number[]> {
  const all = ['-hide_banner', '-i', file, ...args, '-f', 'null', '-'];
  const { stderr } = await promisify(execFile)('ffmpeg', all, { maxBuffer: 64 * 1024 * 1024 });
  return [...stderr.matchAll(words)].map(([, seconds]) => Number(seconds));
}

/** When (seconds) a part of the picture grows bright after it was black. @param place `width:height:x:y` */
export async function brightenings(file: string, place: string): Promise<number[]> {
  const filter = `crop=${place},blackdetect=d=0.3:pix_th=0.3`;
  const ends = await moments(file, ['-an', '-vf', filter], /black_end:([\d.]+)/g);
  const { format } = await probe(file);
  // What is black at the end ends there for FFmpeg.
  return ends.filter((at) => at < Number(format.duration) - 0.1);
}

/** When (seconds) a tone begins after silence. Others may sound meanwhile: twice filtered, they are far below the threshold. */
export function beginnings(file: string, hertz: number): Promise<number[]> {
  const band = `bandpass=f=${hertz}:width_type=h:width=60`;
  const args = ['-vn', '-af', `${band},${band},silencedetect=n=-40dB:d=0.3`];
  return moments(file, args, /silence_end: ([\d.]+)/g);
}

/** By how much (seconds) pictures come after their sound: the middle one of all. */
export function lag(seen: readonly number[], heard: readonly number[]): number {
  const nearest = (at: number) =>
    heard.reduce((best, each) => (Math.abs(at - each) < Math.abs(best) ? at - each : best), Infinity);
  const lags = seen.map(nearest).sort((one, other) => one - other);
  return lags[Math.floor(lags.length / 2)] ?? Number.NaN;
}
