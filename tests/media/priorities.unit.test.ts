import { describe, expect, it } from 'vitest';
import { priorityOf } from '../../media/priorities.ts';

const large = { width: 1280, height: 720 };
const small = { width: 200, height: 112 };

describe('priorityOf (ROOM-5)', () => {
  it('puts the screen before who speaks, that before what is large, and small tiles last', () => {
    const order = [
      priorityOf({ source: 'screen', tile: large, speaking: false }),
      priorityOf({ source: 'camera', tile: small, speaking: true }),
      priorityOf({ source: 'camera', tile: large, speaking: false }),
      priorityOf({ source: 'screen', tile: small, speaking: false }),
      priorityOf({ source: 'camera', tile: small, speaking: false }),
    ];
    expect(order).toEqual([...order].sort((one, other) => Number(other) - Number(one)));
    expect(new Set(order).size).toBe(order.length);
    for (const priority of order) expect(priority).toSatisfy((value: number) => value >= 1 && value <= 255);
  });

  it('takes what the page has not said anything about for large', () => {
    const unsaid = priorityOf({ source: 'camera', tile: undefined, speaking: false });
    expect(unsaid).toBe(priorityOf({ source: 'camera', tile: large, speaking: false }));
  });

  it('gives audio none: it is never held back', () => {
    expect(priorityOf({ source: 'microphone', tile: undefined, speaking: true })).toBeUndefined();
    expect(priorityOf({ source: 'screenAudio', tile: undefined, speaking: false })).toBeUndefined();
  });
});
