import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerForTile } from '../../media/layers.ts';

describe('layerForTile', () => {
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
  ])('picks for %j layer %i of three', (tile, layer) => {
    expect(layerForTile(tile, 3)).toBe(layer);
  });

  it('has only one answer where there is one layer', () => {
    expect(layerForTile({ width: 10, height: 10 }, 1)).toBe(0);
    expect(layerForTile({ width: 4000, height: 4000 }, 1)).toBe(0);
  });

  it('never picks a lower layer for a larger tile, nor one that is not sent', () => {
    const side = fc.integer({ min: 1, max: 8_000 });
    fc.assert(
      fc.property(side, side, side, side, fc.integer({ min: 1, max: 4 }), (width, height, dx, dy, layers) => {
        const small = layerForTile({ width, height }, layers);
        const large = layerForTile({ width: width + dx, height: height + dy }, layers);
        expect(large).toBeGreaterThanOrEqual(small);
        expect(large).toBeLessThan(layers);
      }),
    );
  });
});
