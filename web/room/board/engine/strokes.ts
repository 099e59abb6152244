import { boardElement, type BoardElement, type BoardStroke } from '../../../../media/contracts/board.ts';

type Point = [number, number];
const pointsOf = ({ points }: BoardElement): Point[] => (Array.isArray(points) ? (points as Point[]) : []);

/** How an element changed since it was told; whole when it was not. Of a line that grows, only its new points. */
export function tellStroke(before: BoardElement | undefined, now: BoardElement): BoardStroke {
  const { id, version, versionNonce } = now;
  if (!before) return { id, version, versionNonce, changes: now };
  const old = pointsOf(before);
  const all = pointsOf(now);
  const grows =
    old.length > 0 &&
    all.length > old.length &&
    JSON.stringify(all.slice(0, old.length)) === JSON.stringify(old);
  const changed = Object.entries(now).filter(
    ([name, value]) =>
      !(grows && name === 'points') &&
      JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[name]),
  );
  const points = grows ? { points: { from: old.length, added: all.slice(old.length) } } : {};
  return { id, version, versionNonce, base: before.version, changes: Object.fromEntries(changed), ...points };
}

/** The element after it; undefined when it goes on from a state that was missed, or is none. */
export function followStroke(
  before: BoardElement | undefined,
  { id, version, versionNonce, base, changes, points }: BoardStroke,
): BoardElement | undefined {
  if (base !== undefined && before?.version !== base) return undefined;
  const old = before ? pointsOf(before) : [];
  if (points && points.from !== old.length) return undefined;
  const grown = points ? { points: [...old, ...points.added] } : {};
  const merged = { ...(base === undefined ? {} : before), ...changes, ...grown, id, version, versionNonce };
  return boardElement.safeParse(merged).data;
}
