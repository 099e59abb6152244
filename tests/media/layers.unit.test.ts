import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseLayers,
  layersForTile,
  layersOf,
  lessAfterMs,
  type LayerChoice,
  type LayeredPicture,
  type Tile,
} from '../../media/layers.ts';

const camera: LayeredPicture = { spatialLayers: 3, temporalLayers: 3, lines: 720, screen: false };
const svcScreen: LayeredPicture = { spatialLayers: 1, temporalLayers: 3, lines: 1080, screen: true };
const vp8Screen: LayeredPicture = { ...svcScreen, spatialLayers: 2 };
const wide = (height: number): Tile => ({ width: (height * 16) / 9, height });

const side = fc.integer({ min: 1, max: 8_000 });
const anyTile = fc.record({ width: side, height: side });
const anyPicture = fc.record({
  spatialLayers: fc.integer({ min: 1, max: 4 }),
  temporalLayers: fc.integer({ min: 1, max: 3 }),
  lines: fc.constantFrom(720, 1080),
  screen: fc.boolean(),
});
const rank = ({ layers }: LayerChoice) => layers.spatialLayer * 10 + layers.temporalLayer;

describe('layersOf', () => {
  it('counts the layers of simulcast by its encodings, those of SVC by its scalability mode (ROOM-4)', () => {
    const simulcast = { encodings: Array.from({ length: 3 }, () => ({ scalabilityMode: 'L1T3' })) };
    expect(layersOf('camera', simulcast)).toEqual(camera);
    expect(layersOf('screen', { encodings: [{ scalabilityMode: 'L1T3' }] })).toEqual(svcScreen);
    expect(layersOf('camera', { encodings: [{ scalabilityMode: 'L3T3_KEY' }] })).toEqual(camera);
    expect(layersOf('camera', { encodings: [{}] })).toMatchObject({ spatialLayers: 1, temporalLayers: 1 });
  });
});

describe('layersForTile', () => {
  it.each([
    [{ width: 160, height: 90 }, 0],
    [{ width: 320, height: 180 }, 0],
    [{ width: 400, height: 225 }, 0],
    [{ width: 480, height: 270 }, 1],
    [{ width: 640, height: 360 }, 1],
    [{ width: 1280, height: 720 }, 2],
    [{ width: 3840, height: 2160 }, 2],
    // A tall, narrow tile is filled from its height, a wide, low one from its width.
    [{ width: 180, height: 640 }, 2],
    [{ width: 1280, height: 100 }, 2],
  ])('picks for %j spatial layer %i of three, at the full frame rate', (tile, spatialLayer) => {
    expect(layersForTile(tile, camera)).toEqual({ spatialLayer, temporalLayer: 2 });
  });

  it('sends a screen sharp wherever it can be read, and fewer frames where it cannot', () => {
    expect(layersForTile(wide(700), vp8Screen)).toEqual({ spatialLayer: 1, temporalLayer: 2 });
    expect(layersForTile(wide(500), vp8Screen)).toEqual({ spatialLayer: 0, temporalLayer: 2 });
    expect(layersForTile(wide(200), svcScreen)).toEqual({ spatialLayer: 0, temporalLayer: 1 });
    expect(layersForTile(wide(200), { ...svcScreen, temporalLayers: 1 }).temporalLayer).toBe(0);
  });

  it('never picks less for a larger tile, nor a layer that is not sent', () => {
    fc.assert(
      fc.property(anyTile, side, side, anyPicture, (tile, dx, dy, picture) => {
        const small = layersForTile(tile, picture);
        const large = layersForTile({ width: tile.width + dx, height: tile.height + dy }, picture);
        expect(rank({ layers: large })).toBeGreaterThanOrEqual(rank({ layers: small }));
        expect(large.spatialLayer).toBeLessThan(picture.spatialLayers);
        expect(large.temporalLayer).toBeLessThan(picture.temporalLayers);
      }),
    );
  });
});

describe('chooseLayers (ROOM-5)', () => {
  /** Follows tiles as they are told, each so many milliseconds after the one before. */
  const follow = (tiles: { tile: Tile; afterMs: number }[], picture: LayeredPicture) => {
    let choice: LayerChoice | undefined;
    let nowMs = 0;
    return tiles.map(({ tile, afterMs }) => {
      nowMs += afterMs;
      choice = chooseLayers(choice, tile, picture, nowMs);
      return { choice, tile, nowMs };
    });
  };
  const story = fc.array(fc.record({ tile: anyTile, afterMs: fc.integer({ min: 0, max: 4_000 }) }), {
    minLength: 1,
  });

  it('goes up at once and down only after a while', () => {
    const up = chooseLayers({ layers: { spatialLayer: 0, temporalLayer: 2 } }, wide(720), camera, 0);
    expect(up.layers.spatialLayer).toBe(2);
    const waits = chooseLayers(up, wide(90), camera, 1_000);
    expect(waits).toEqual({ layers: up.layers, lessSinceMs: 1_000 });
    const still = chooseLayers(waits, wide(90), camera, 1_000 + lessAfterMs - 1);
    expect(still.layers.spatialLayer).toBe(2);
    expect(chooseLayers(still, wide(90), camera, 1_000 + lessAfterMs).layers.spatialLayer).toBe(0);
  });

  it('forgets that less would do once it would not any more', () => {
    const large = chooseLayers(undefined, wide(720), camera, 0);
    const back = chooseLayers(chooseLayers(large, wide(90), camera, 0), wide(720), camera, 1_000);
    expect(back).toEqual({ layers: large.layers });
    expect(chooseLayers(back, wide(90), camera, lessAfterMs).layers.spatialLayer).toBe(2);
  });

  it('never sends less than a tile needs', () => {
    fc.assert(
      fc.property(story, anyPicture, (tiles, picture) => {
        for (const { choice, tile } of follow(tiles, picture)) {
          expect(rank(choice)).toBeGreaterThanOrEqual(rank({ layers: layersForTile(tile, picture) }));
        }
      }),
    );
  });

  it('never takes two steps down in less than the wait', () => {
    fc.assert(
      fc.property(story, anyPicture, (tiles, picture) => {
        const steps = follow(tiles, picture);
        const downs = steps.filter(({ choice }, at) => at > 0 && rank(choice) < rank(steps[at - 1]!.choice));
        downs.forEach(({ nowMs }, at) => {
          if (at > 0) expect(nowMs - downs[at - 1]!.nowMs).toBeGreaterThanOrEqual(lessAfterMs);
        });
      }),
    );
  });

  it('changes at most once more for a tile that trembles, wherever its size lies', () => {
    const height = fc.integer({ min: 50, max: 2_000 });
    const tremble = fc.array(fc.double({ min: 0.94, max: 1.06, noNaN: true }), { minLength: 5 });
    fc.assert(
      fc.property(height, tremble, anyPicture, (size, factors, picture) => {
        const tiles = factors.map((factor) => ({ tile: wide(size * factor), afterMs: lessAfterMs }));
        const ranks = follow(tiles, picture).map(({ choice }) => rank(choice));
        const changes = ranks.filter((now, at) => at > 0 && now !== ranks[at - 1]);
        expect(changes.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
