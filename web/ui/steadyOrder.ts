import { createMemo, createSignal } from 'solid-js';

type Identified = { id: string };

/**
 * A list in its old order: what is known stays where it stands, also what has gone meanwhile; what is new comes last.
 */
export function keepOrder<T extends Identified>(before: T[], now: T[]): T[] {
  const fresh = new Map(now.map((item) => [item.id, item]));
  const kept = before.map((item) => fresh.get(item.id) ?? item);
  const known = new Set(before.map(({ id }) => id));
  return [...kept, ...now.filter(({ id }) => !known.has(id))];
}

/** A list that updates by itself but never moves what is under somebody's hand: while `hold` its order stays. */
export function createSteadyOrder<T extends Identified>(items: () => T[]) {
  const [held, setHeld] = createSignal(false);
  const steady = createMemo<T[]>((before) => (held() ? keepOrder(before, items()) : items()), []);
  return { items: steady, hold: setHeld };
}
