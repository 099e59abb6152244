import { describe, expect, it } from 'vitest';
import { arrange, planComposition, type FoundSegment } from '../../api/recordings/planComposition.ts';
import {
  evenStretches,
  lengthOf,
  place,
  placeTicks,
  spansOf,
  stretchesOf,
} from '../../api/recordings/rules.ts';
import { SfuClock } from '../../media/recording/SfuClock.ts';
import { TrackClock } from '../../media/recording/TrackClock.ts';

const at = (ms: number) => new Date(ms).toISOString();

describe('when a lesson was recorded (ROOM-12)', () => {
  it('leaves out pauses, and ends where its files end when its node was lost', () => {
    const turns = [
      { at: at(1_000), turnedTo: 'on' },
      { at: at(5_000), turnedTo: 'paused' },
      { at: at(8_000), turnedTo: 'on' },
    ];
    const spans = spansOf(turns, 9_500);
    expect(spans).toEqual([
      { fromMs: 1_000, toMs: 5_000 },
      { fromMs: 8_000, toMs: 9_500 },
    ]);
    expect(lengthOf(spans)).toBe(5_500);
    expect(stretchesOf(turns, 5_500)).toEqual([
      { from: at(1_000), atMs: 0, lengthMs: 4_000 },
      { from: at(8_000), atMs: 4_000, lengthMs: 1_500 },
    ]);
    expect(spansOf([...turns, { at: at(9_000), turnedTo: 'off' }], 20_000).at(-1)?.toMs).toBe(9_000);
  });

  it('puts a stretch of a file where it belongs, in pieces where a pause lies in it', () => {
    const spans = [
      { fromMs: 1_000, toMs: 5_000 },
      { fromMs: 8_000, toMs: 10_000 },
    ];
    const stretch = { fromMs: 0, toMs: 8_000, wallMs: 2_000, rate: 1 };
    expect(place(stretch, spans)).toEqual([
      { fileFromMs: 0, fileToMs: 3_000, atMs: 1_000, rate: 1 },
      { fileFromMs: 6_000, fileToMs: 8_000, atMs: 4_000, rate: 1 },
    ]);
  });
});

describe('the chapters of a recording (ROOM-10, ROOM-12)', () => {
  it('stand where topics were ticked, without what was not recorded', () => {
    const spans = [
      { fromMs: 1_000, toMs: 5_000 },
      { fromMs: 8_000, toMs: 10_000 },
    ];
    const ticks = [500, 2_000, 6_000, 9_000, 10_000].map((ms) => ({ title: `${ms}`, at: at(ms) }));
    expect(placeTicks(ticks, spans)).toEqual([
      { atMs: 1_000, title: '2000' },
      { atMs: 4_000, title: '6000' },
      { atMs: 5_000, title: '9000' },
    ]);
  });
});

describe('the clock of a track', () => {
  const start = 2 ** 32 - 960;
  const ticks = (ms: number) => (start + ms * 48) % 2 ** 32;
  it('is tied to the node’s by reports, the soonest of which tell by how much the clocks differ', () => {
    let now = 10_000;
    const sfu = new SfuClock(() => now);
    const clock = new TrackClock(48_000, sfu);
    expect(clock.report({ timestamp: start, ntpMs: 5_000 })).toBeUndefined();
    now = 10_100;
    expect(clock.begin(start)).toEqual({ fileMs: 0, wallMs: 10_100 });
    const reports = [
      [11_050, 1_000, 6_000, 11_000],
      [11_990, 2_000, 7_000, 11_990],
      [13_900, 3_000, 8_000, 12_990],
    ] as const;
    for (const [at, fileMs, ntpMs, wallMs] of reports) {
      now = at;
      expect(clock.report({ timestamp: ticks(fileMs), ntpMs })).toEqual({ fileMs, wallMs });
    }
    // What one track learnt of the worker's clock, another of the same knows at once.
    const other = new TrackClock(48_000, sfu);
    other.begin(start);
    expect(other.report({ timestamp: ticks(500), ntpMs: 8_900 })).toEqual({ fileMs: 500, wallMs: 13_890 });
  });

  it('runs evenly between its jumps, as fast as it was measured', () => {
    const anchors = [
      { fileMs: 0, wallMs: 1_000_900 },
      { fileMs: 0, wallMs: 1_000_000 },
      { fileMs: 100_000, wallMs: 1_100_010 },
      // Muted for a minute, in which the sender's clock stood still.
      { fileMs: 110_000, wallMs: 1_170_000 },
    ];
    expect(evenStretches(anchors, 120_000)).toEqual([
      { fromMs: 0, toMs: 110_000, wallMs: 1_000_000, rate: 1.0001 },
      { fromMs: 110_000, toMs: 120_000, wallMs: 1_170_000, rate: 1 },
    ]);
  });
});

it('what loses sound again and again is followed, in steps and not in each of a hundred', () => {
  const anchorsOf = (delays: number[]) =>
    delays.map((delay, index) => ({ fileMs: index * 1_000, wallMs: index * 1_000 + delay }));
  // The first is of a packet that came late; the small steps add up.
  const few = evenStretches(anchorsOf([500, 0, 5, 0, 30, 55, 60, 170, 165]), 9_000);
  expect(few.map(({ fromMs, wallMs }) => [fromMs, wallMs])).toEqual([
    [0, 0],
    [5_000, 5_055],
    [7_000, 7_165],
  ]);
  const many = evenStretches(anchorsOf(Array.from({ length: 200 }, (_, index) => index * 50)), 200_000);
  expect(many.length).toBeLessThanOrEqual(24);
});

it('the clock of a track does not follow what a full line holds up for a while', () => {
  const delays = [0, 0, 700, 20, 900, 10];
  const anchors = delays.map((delay, index) => ({
    fileMs: index * 10_000,
    wallMs: 1_000_000 + index * 10_000 + delay,
  }));
  const [stretch, ...more] = evenStretches(anchors, 60_000);
  expect(more).toEqual([]);
  expect(Math.abs((stretch?.wallMs ?? 0) - 1_000_000)).toBeLessThanOrEqual(20);
});

describe('the composed picture', () => {
  const segment = (more: Partial<FoundSegment>): FoundSegment => ({
    ...{ userId: 'learner', role: 'learner', source: 'camera', kind: 'video', file: 'a.mkv' },
    stretches: [{ fromMs: 0, toMs: 4_000, wallMs: 1_000, rate: 1 }],
    ...more,
  });
  const spans = [{ fromMs: 0, toMs: 10_000 }];

  it('shows the mentor first, and gives a shared screen the greater part', () => {
    const both = [segment({}), segment({ userId: 'mentor', role: 'mentor' })];
    const names = ['learner', 'mentor'];
    const alone = arrange(both, names);
    expect(alone.screen).toBeUndefined();
    expect(alone.people.map(({ userId, tile }) => [userId, tile.x, tile.width])).toEqual([
      ['mentor', 0, 640],
      ['learner', 640, 640],
    ]);
    const shared = arrange([...both, segment({ source: 'screen' })], names);
    expect(shared.screen).toMatchObject({ width: 960 });
    expect(shared.people.map(({ tile }) => tile.x)).toEqual([960, 960]);
  });

  it('reads each stretch in its place, and mixes all sounds over silence', () => {
    const sound = segment({ source: 'microphone', kind: 'audio', file: 'b.mkv' });
    const segments = [segment({}), sound];
    const { inputs, graph } = planComposition(segments, arrange(segments, ['learner']), spans, 10_000);
    expect(inputs).toEqual([
      { file: 'a.mkv', from: 0, seconds: 4 },
      { file: 'b.mkv', from: 0, seconds: 4 },
    ]);
    expect(graph).toContain('setpts=PTS*1.00000000+1.000/TB');
    expect(graph).toContain('adelay=delays=1000:all=1');
    expect(graph).toContain('[silence][a3]amix=inputs=2:duration=first');
  });
});
