import type { SegmentHead } from '../../media/contracts/recording.ts';
import { type EvenStretch, place, type Placed, type Span } from './rules.ts';

/** One segment as it was found on disk. */
export interface FoundSegment extends Pick<SegmentHead, 'userId' | 'role' | 'source' | 'kind'> {
  file: string;
  stretches: EvenStretch[];
}

export interface Tile {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const size = { width: 1280, height: 720 };
const framesPerSecond = 25;
/** More have no place; they are heard all the same. */
const mostTiles = 4;

export interface Layout {
  screen: Tile | undefined;
  people: { userId: string; tile: Tile }[];
}

/**
 * Who stands where, from beginning to end: the mentor first, then those whose cameras were on for longest; where a screen
 * was shared it has the greater part.
 * @param userIds of everybody who was recorded
 */
export function arrange(segments: readonly FoundSegment[], userIds: readonly string[]): Layout {
  const seenMs = (userId: string) =>
    segments
      .filter((segment) => segment.userId === userId && segment.source === 'camera')
      .flatMap(({ stretches }) => stretches)
      .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const isMentor = (userId: string) =>
    segments.some((each) => each.userId === userId && each.role === 'mentor');
  const shown = [...userIds]
    .sort((a, b) => Number(isMentor(b)) - Number(isMentor(a)) || seenMs(b) - seenMs(a))
    .slice(0, mostTiles);
  if (segments.some(({ source }) => source === 'screen')) {
    const top = Math.round((size.height - shown.length * 180) / 2);
    return {
      screen: { x: 0, y: 90, width: 960, height: 540 },
      people: shown.map((userId, index) => ({
        userId,
        tile: { x: 960, y: top + index * 180, width: 320, height: 180 },
      })),
    };
  }
  if (shown.length === 1)
    return { screen: undefined, people: [{ userId: shown[0]!, tile: { x: 0, y: 0, ...size } }] };
  const rows = Math.ceil(shown.length / 2);
  const top = Math.round((size.height - rows * 360) / 2);
  return {
    screen: undefined,
    people: shown.map((userId, index) => ({
      userId,
      tile: { x: (index % 2) * 640, y: top + Math.floor(index / 2) * 360, width: 640, height: 360 },
    })),
  };
}

interface Composition {
  /** Files to read, each with the stretch of it that is used (seconds). */
  inputs: { file: string; from: number; seconds: number }[];
  /** FFmpeg's filter graph; it gives `[picture]` and `[sound]`. Inputs 0 and 1 are the cards and the names over all. */
  graph: string;
}

/** A picture is shown until the next one: a screen that does not change sends one a second. */
const lastsMs = { camera: 200, screen: 1_500 };
const beginOf = ({ stretches }: FoundSegment) => stretches[0]?.wallMs ?? 0;

const seconds = (ms: number) => (ms / 1000).toFixed(3);

/** From segments to a filter graph (https://ffmpeg.org/ffmpeg-filters.html). Pure. */
export function planComposition(
  segments: readonly FoundSegment[],
  layout: Layout,
  spans: readonly Span[],
  lengthMs: number,
): Composition {
  const inputs: Composition['inputs'] = [];
  const chains: string[] = [];
  // In the overlay's own format: else every repetition would be brought into it.
  const still = (input: number, format: string, name: string) =>
    `[${input}:v]format=${format},loop=loop=-1:size=1:start=0,setpts=N/${framesPerSecond}/TB,trim=duration=${seconds(lengthMs)}[${name}]`;
  chains.push(still(0, 'yuv420p', 'v0'), still(1, 'yuva420p', 'names'));
  const sounds: string[] = [];
  let pictures = 0;
  // What comes later lies on top.
  for (const segment of [...segments].sort((one, other) => beginOf(one) - beginOf(other))) {
    const tile =
      segment.source === 'screen'
        ? layout.screen
        : layout.people.find(({ userId }) => userId === segment.userId)?.tile;
    if (segment.kind === 'video' && !tile) continue;
    for (const placed of segment.stretches.flatMap((stretch) => place(stretch, spans))) {
      const input = inputs.length + 2;
      const { file } = segment;
      const [from, length] = [placed.fileFromMs / 1000, (placed.fileToMs - placed.fileFromMs) / 1000];
      inputs.push({ file, from, seconds: length });
      if (segment.kind === 'audio') {
        sounds.push(`[a${input}]`);
        chains.push(soundChain(input, placed));
      } else if (tile) {
        chains.push(pictureChain(input, placed, tile, segment.source === 'screen'));
        const overlay = `[v${pictures}][p${input}]overlay=x=${tile.x}:y=${tile.y}:eof_action=pass`;
        pictures += 1;
        chains.push(`${overlay}[v${pictures}]`);
      }
    }
  }
  chains.push(`[v${pictures}][names]overlay=eof_action=pass,fps=${framesPerSecond},format=yuv420p[picture]`);
  const silence = `anullsrc=r=48000:cl=stereo,atrim=duration=${seconds(lengthMs)}[silence]`;
  const mixed = `[silence]${sounds.join('')}amix=inputs=${sounds.length + 1}:duration=first:normalize=0`;
  chains.push(silence, `${mixed},alimiter=limit=0.95:level=disabled[sound]`);
  return { inputs, graph: chains.join(';\n') };
}

/** What is missing in a track (someone was muted, or silent) is filled with silence; what runs off is drawn back. */
function soundChain(input: number, { atMs, rate }: Placed): string {
  const steady = `asetpts=PTS*${rate.toFixed(8)},aresample=48000:async=1000:first_pts=0`;
  const place = `aformat=channel_layouts=stereo,adelay=delays=${Math.round(atMs)}:all=1`;
  return `[${input}:a]${steady},${place}[a${input}]`;
}

function pictureChain(
  input: number,
  { atMs, rate }: Placed,
  { width, height }: Tile,
  whole: boolean,
): string {
  const fit = whole
    ? `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:-1:-1:color=black`
    : `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height}`;
  const timed = `setpts=PTS*${rate.toFixed(8)}+${seconds(atMs)}/TB`;
  const lasts = seconds(whole ? lastsMs.screen : lastsMs.camera);
  const steady = `fps=${framesPerSecond},tpad=stop_mode=clone:stop_duration=${lasts}`;
  return `[${input}:v]${timed},${fit},setsar=1,${steady}[p${input}]`;
}
