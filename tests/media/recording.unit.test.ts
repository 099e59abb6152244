import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { bind } from '../../media/recording/freePorts.ts';
import { LossWatch } from '../../media/recording/LossWatch.ts';
import { plainVp9 } from '../../media/recording/plainVp9.ts';
import { openRelay } from '../../media/recording/relay.ts';
import { senderReport } from '../load/clients/rtp.ts';

const header = (first: number, second = 0x60) => [first, second, 0, 7, 0, 0, 0, 1, 0, 0, 0, 2];
const [start, end] = [0x08, 0x04];

describe('VP9 on its way to FFmpeg (ROOM-12)', () => {
  const written = (packet: number[]) => [...(plainVp9(Buffer.from(packet)) ?? [])];
  const picture = [0x82, 0x49, 0x83];

  it.each([
    ['nothing but the flags', [start | end]],
    ['a short picture id', [0x80 | start, 0x05]],
    ['a long picture id', [0x80 | start, 0x85, 0x06]],
    ['layers and the base layer’s index', [0x80 | 0x20 | start, 0x85, 0x06, 0x40, 0x11]],
    ['layers and references (flexible mode)', [0x80 | 0x40 | 0x20 | 0x10 | start, 0x05, 0x40, 0x03, 0x04]],
    [
      'a key frame’s structure',
      [0xa0 | start | 2, 0x05, 0x00, 0x11, 0x18, 1, 64, 0, 180, 2, 0x04, 1, 0x54, 1],
    ],
  ])('of %s only the flags are left', (_, descriptor) => {
    const kept = ((descriptor[0] ?? 0) & 0x40) | start;
    const ended = header(0x80, 0xe0);
    expect(written([...header(0x80), ...descriptor, ...picture])).toEqual([
      ...header(0x80),
      kept,
      ...picture,
    ]);
    expect(written([...ended, ...descriptor, ...picture])).toEqual([...ended, kept | end, ...picture]);
  });

  it('keeps a header with extensions and sources', () => {
    const long = [...header(0x91), 0, 0, 0, 9, 0xbe, 0xde, 0, 1, 0x10, 0xff, 0, 0];
    expect(written([...long, 0xa0 | start, 5, 0x40, 1, ...picture])).toEqual([...long, start, ...picture]);
  });

  it('begins a picture of several spatial layers with the lowest alone', () => {
    expect(written([...header(0x80), 0xa0 | start, 5, 0x02, 1, ...picture])).toEqual([
      ...header(0x80),
      0,
      ...picture,
    ]);
  });

  it('leaves out what is no VP9', () => {
    for (const broken of [[], [0x80], header(0x80), header(0x9f), [...header(0x80), 0xff, 0x85]])
      expect(plainVp9(Buffer.from(broken))).toBeUndefined();
  });
});

describe('packets that do not come (ROOM-12)', () => {
  const passAll = (numbers: [number, number][]) => {
    const loss = new LossWatch();
    return numbers.map(([number, nowMs]) => loss.pass(number, nowMs));
  };
  it('are told of once, when they are not to be expected any more', () => {
    expect(
      passAll([
        [65_534, 0],
        [1, 10],
        [2, 400],
        [3, 520],
        [4, 900],
      ]),
    ).toEqual([false, false, false, true, false]);
  });
  it('are none when they come late, or the numbers begin anew', () => {
    expect(
      passAll([
        [10, 0],
        [13, 10],
        [12, 20],
        [11, 30],
        [14, 900],
      ]),
    ).toEqual([false, false, false, false, false]);
  });
});

describe('a track on its way to FFmpeg (ROOM-12)', () => {
  it('comes without reports, by which it would count the time of its file', async () => {
    const ffmpeg = (await bind(0))!;
    const relay = await openRelay(ffmpeg.address().port, 'audio/opus');
    const seen: unknown[] = [];
    relay.events.on('first', (timestamp) => seen.push(timestamp));
    relay.events.on('report', (report) => seen.push(report));
    const packet = Buffer.from([...header(0x80), 1, 2, 3]);
    const arrived = once(ffmpeg, 'message');
    for (const each of [senderReport(2, 960, 1_500), packet, packet])
      ffmpeg.send(each, relay.port, '127.0.0.1');
    expect((await arrived)[0]).toEqual(packet);
    expect(seen).toEqual([{ timestamp: 960, ntpMs: 2_208_988_801_500 }, 1]);
    relay.close();
    ffmpeg.close();
  });
});
