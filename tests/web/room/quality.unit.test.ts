import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layersForTile } from '../../../media/layers.ts';
import { chosenTile, qualityChoices } from '../../../web/room/quality/choice.ts';
import { compareStats, type Figures } from '../../../web/room/quality/compareStats.ts';
import { isMissing, notice, nothingNoticed, type Look } from '../../../web/room/quality/notice.ts';
import { readStats, type Snapshot } from '../../../web/room/quality/readStats.ts';
import { reportOf } from '../../../web/room/quality/reportOf.ts';
import { sentSources } from '../../../web/room/quality/sentSources.ts';

/** Statistics as browsers give them, by id. */
const reportWith = (entries: ({ id: string; type: string } & Record<string, unknown>)[]) =>
  new Map(entries.map((entry) => [entry.id, entry])) as unknown as RTCStatsReport;

const sending = (packets: number, lost: number, limitedSeconds = 0) =>
  reportWith([
    { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
    { id: 'P', type: 'candidate-pair', currentRoundTripTime: 0.06, localCandidateId: 'L' },
    { id: 'L', type: 'local-candidate', candidateType: 'relay', protocol: 'tcp' },
    { id: 'S', type: 'media-source', trackIdentifier: 'my camera' },
    { id: 'C', type: 'codec', mimeType: 'video/VP8' },
    {
      ...{ id: 'O', type: 'outbound-rtp', kind: 'video', mediaSourceId: 'S', codecId: 'C', remoteId: 'R' },
      ...{ bytesSent: packets * 1_000, packetsSent: packets, frameWidth: 1280, frameHeight: 720, rid: 'r2' },
      ...{ framesPerSecond: 30, qualityLimitationReason: 'bandwidth' },
      qualityLimitationDurations: { none: 1, bandwidth: limitedSeconds },
    },
    { id: 'R', type: 'remote-inbound-rtp', packetsLost: lost, jitter: 0.004 },
  ]);
const receiving = (packets: number, lost: number, frozenSeconds = 0) =>
  reportWith([
    { id: 'P', type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.04, localCandidateId: 'L' },
    { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'tcp' },
    {
      ...{ id: 'I', type: 'inbound-rtp', kind: 'video', trackIdentifier: 'her camera', jitter: 0.01 },
      ...{
        bytesReceived: packets * 500,
        packetsReceived: packets,
        packetsLost: lost,
        framesDecoded: packets,
      },
      ...{ freezeCount: frozenSeconds > 0 ? 2 : 0, totalFreezesDuration: frozenSeconds },
    },
    { id: 'probe', type: 'inbound-rtp', kind: 'video', trackIdentifier: 'nobody’s', packetsReceived: 9 },
  ]);
const owners = {
  received: (track: string) =>
    track === 'her camera' ? { peerId: 'a', source: 'camera' as const } : undefined,
  sent: (track: string) => (track === 'my camera' ? ('camera' as const) : undefined),
};
const snapshot = (atMs: number, send: RTCStatsReport, receive: RTCStatsReport): Snapshot =>
  readStats({ send, receive }, owners, atMs);
const between = (before: Snapshot, after: Snapshot): Figures => compareStats(before, after);

describe('what a page measures (ROOM-15)', () => {
  const figures = between(
    snapshot(0, sending(100, 10), receiving(100, 5)),
    snapshot(2_000, sending(300, 30, 1), receiving(260, 45, 0.5)),
  );

  test('is read from the browser’s statistics, probes left out', () => {
    expect(figures).toMatchObject({
      way: 'tcp',
      roundTripMs: 60,
      sendBitrate: 800_000,
      receiveBitrate: 320_000,
    });
    expect(figures.sent).toMatchObject([
      {
        source: 'camera',
        codec: 'VP8',
        height: 720,
        rid: 'r2',
        lostShare: 0.1,
        jitterMs: 4,
        limitedBy: 'bandwidth',
      },
    ]);
    expect(figures.received).toMatchObject([
      {
        peerId: 'a',
        source: 'camera',
        lostShare: 0.2,
        jitterMs: 10,
        frames: 160,
        freezes: 2,
        frozenShare: 0.25,
      },
    ]);
    expect(figures.heldBackShare).toBe(0.5);
    const relayed = readStats({ send: sending(1, 0), receive: undefined }, owners, 0);
    expect(relayed.way).toBe('turn');
  });

  test('becomes a report; what is not shown does not stand still, and few packets say nothing', () => {
    expect(reportOf(figures, () => true)).toMatchObject({
      ...{ send: { lostShare: 0.1, jitterMs: 4 }, heldBackShare: 0.5 },
      receive: [{ peerId: 'a', lostShare: 0.2, freezes: 2, frozenShare: 0.25 }],
    });
    expect(reportOf(figures, () => false).receive[0]).toMatchObject({ freezes: 0, frozenShare: 0 });
    const quiet = between(
      snapshot(0, sending(100, 0), receiving(9, 0)),
      snapshot(2e3, sending(104, 3), receiving(9, 0)),
    );
    expect(reportOf(quiet, () => true)).toMatchObject({ send: null, receive: [] });
  });

  test('holds nothing negative, whatever counters do', () => {
    const count = fc.nat({ max: 5_000 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const wild = between(
          snapshot(0, sending(a, b), receiving(b, c)),
          snapshot(2e3, sending(c, d), receiving(d, a)),
        );
        for (const { bitrate, lostShare } of [...wild.sent, ...wild.received]) {
          expect(bitrate).toBeGreaterThanOrEqual(0);
          expect(lostShare ?? 0).toBeGreaterThanOrEqual(0);
          expect(lostShare ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('of a camera in layers is one line, as large as its largest layer that flows', () => {
    const [layer] = figures.sent;
    if (!layer) throw new Error('nothing sent');
    const layers = [
      { ...layer, height: 180, bitrate: 100, packets: 10 },
      { ...layer, height: 360, bitrate: 300, packets: 20 },
      { ...layer, height: 720, bitrate: 0, packets: 0 },
    ];
    expect(sentSources(layers)).toMatchObject([
      { active: 2, all: 3, figures: { height: 360, bitrate: 400, packets: 30 } },
    ]);
  });
});

describe('what a person chose to spend on pictures (ROOM-5)', () => {
  const large = { width: 1600, height: 900 };

  test('bounds the size that is asked for; a shared screen stays sharp', () => {
    expect(chosenTile(large, 'camera', 'auto')).toEqual(large);
    expect(chosenTile(large, 'camera', 'saver')).toEqual({ width: 640, height: 360 });
    expect(chosenTile(large, 'camera', 'low')).toEqual({ width: 320, height: 180 });
    expect(chosenTile(large, 'screen', 'low')).toEqual(large);
    expect(chosenTile({ width: 160, height: 90 }, 'camera', 'high')).toEqual({ width: 1280, height: 720 });
    for (const source of ['camera', 'screen'] as const) expect(chosenTile(large, source, 'audio')).toBeNull();
    for (const choice of qualityChoices) expect(chosenTile(null, 'camera', choice)).toBeNull();
  });

  test('leads the node to layers no higher than chosen, for tiles of any shape', () => {
    const side = fc.integer({ min: 1, max: 8_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const tile = { width, height };
        const camera = { spatialLayers: 3, temporalLayers: 3, lines: 720, screen: false };
        const layer = (choice: 'saver' | 'low' | 'high') =>
          layersForTile(chosenTile(tile, 'camera', choice) ?? { width: 1, height: 1 }, camera).spatialLayer;
        expect(layer('low')).toBe(0);
        expect(layer('saver')).toBeLessThanOrEqual(1);
        expect(layer('high')).toBe(2);
      }),
    );
  });
});

describe('what is said of the pictures', () => {
  const fine: Look = {
    figures: between(
      snapshot(0, sending(1, 0), receiving(1, 0)),
      snapshot(2e3, sending(99, 0), receiving(99, 0)),
    ),
    ...{ connected: true, heldBack: false, expected: ['a'] },
  };
  const free = { ...fine, figures: { ...fine.figures, sent: [] } };
  const after = (...looks: Look[]) => looks.reduce(notice, nothingNoticed);

  test('"Optimizing…" comes after two looks and goes after three good ones', () => {
    const held = { ...free, heldBack: true };
    expect(after(held).optimizing).toBe(false);
    expect(after(held, held).optimizing).toBe(true);
    expect(after(fine, fine).optimizing).toBe(true);
    expect(after(held, free, held, free, held).optimizing).toBe(false);
    expect(after(held, held, free, free).optimizing).toBe(true);
    expect(after(held, held, free, free, free).optimizing).toBe(false);
  });

  test('a picture that should come and does not is named, until it comes', () => {
    const dark = { ...free, figures: { ...free.figures, received: [] } };
    expect(isMissing(after(dark), 'a')).toBe(false);
    expect(isMissing(after(dark, dark), 'a')).toBe(true);
    expect(isMissing(after(dark, dark, free), 'a')).toBe(false);
    expect(isMissing(after(dark, { ...dark, connected: false }), 'a')).toBe(false);
    expect(isMissing(after(dark, dark), 'b')).toBe(false);
  });
});
