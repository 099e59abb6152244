import { beforeEach, describe, expect, test } from 'vitest';
import { SpeakerTurn } from '../../../web/room/layout/SpeakerTurn.ts';

let turn: SpeakerTurn;
beforeEach(() => {
  turn = new SpeakerTurn();
  turn.hear('asha', 0);
});

/** What a page does: looks again when it was told to. */
const holderAt = (atMs: number) => {
  turn.look(atMs);
  return turn.holder;
};

describe('whose turn it is to speak (ROOM-6)', () => {
  test('the first voice has it at once', () => {
    expect(turn.holder).toBe('asha');
    expect(turn.passesInMs()).toBeUndefined();
  });

  test('a cough takes it from nobody', () => {
    turn.hear('ravi', 1_000);
    turn.hear(null, 1_500);
    expect(holderAt(20_000)).toBe('asha');
    turn.hear('ravi', 20_000);
    turn.hear('asha', 20_500);
    expect(holderAt(40_000)).toBe('asha');
  });

  test('who goes on speaking has it after a second and a half', () => {
    turn.hear('ravi', 1_000);
    expect(turn.passesInMs()).toBe(1_500);
    expect(holderAt(2_400)).toBe('asha');
    expect(holderAt(2_500)).toBe('ravi');
  });

  test('breath between words is no end of a speech, a long pause is', () => {
    turn.hear('ravi', 1_000);
    turn.hear(null, 2_000);
    turn.hear('ravi', 2_500);
    expect(turn.passesInMs()).toBe(500);
    expect(holderAt(3_000)).toBe('ravi');
    turn.hear('asha', 4_000);
    turn.hear(null, 5_000);
    turn.hear('asha', 9_000);
    expect(turn.passesInMs()).toBe(1_500);
  });

  test('who leaves has it no longer', () => {
    turn.forget('asha');
    expect(turn.holder).toBeUndefined();
    turn.hear('ravi', 1_000);
    expect(turn.holder).toBe('ravi');
  });
});
