import type { RoomFact } from '../../media/contracts/facts.ts';

/** A stretch of time in a room; instants in ISO form, `to` later than `from`. */
export interface Interval {
  from: string;
  to: string;
}

export interface Attendance {
  userId: string;
  /** In order, without overlap; neighbours differ in `mediaFlowing`. */
  intervals: (Interval & { mediaFlowing: boolean })[];
}

/** Who was there for so long has attended (LES-9). */
const attendedMs = 5 * 60_000;

/** How long somebody was in the room in all. */
export const presentMs = (intervals: Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);

export const hasAttended = ({ intervals }: Attendance): boolean => presentMs(intervals) >= attendedMs;

/** Presence alone, whatever flowed: intervals that touch are one stay. */
export function stays(intervals: Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const { from, to } of intervals) {
    const last = joined.at(-1);
    if (last?.to === from) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}

type PeerFact = Extract<RoomFact, { peerId: string }>;
type Span = { from: number; to: number };
interface PeerSpan {
  userId: string;
  present: Span;
  media: Span[];
  /** Whether the peer is still in the room. */
  open: boolean;
}

const time = (fact: RoomFact) => Date.parse(fact.at);
const isPeerFact = (fact: RoomFact): fact is PeerFact => 'peerId' in fact;

/**
 * Who was in a lesson's room, from when to when, and whether media of theirs flowed. Facts may come in any
 * order, twice, or not at all: a person in the room twice (two devices, or a page that came back before the old
 * one was given up) is counted once; where "left" was lost the presence ends with the last proof that the
 * room was still there.
 * @param until end of a presence that is not over yet (now), an ISO instant.
 */
export function attendance(facts: RoomFact[], until: string): Attendance[] {
  const peers = peerSpans(facts, Date.parse(until));
  const userIds = [...new Set(peers.map((peer) => peer.userId))].sort();
  return userIds.flatMap((userId) => {
    const own = peers.filter((peer) => peer.userId === userId);
    const intervals = cut(union(own.map((peer) => peer.present)), union(own.flatMap((peer) => peer.media)));
    return intervals.length > 0 ? [{ userId, intervals }] : [];
  });
}

/** Who is in the room now, and since when. */
export function presentNow(facts: RoomFact[]): { userId: string; since: string }[] {
  const since = new Map<string, number>();
  for (const { userId, present } of peerSpans(facts, Infinity).filter((peer) => peer.open))
    since.set(userId, Math.min(present.from, since.get(userId) ?? Infinity));
  return [...since]
    .map(([userId, from]) => ({ userId, since: new Date(from).toISOString() }))
    .sort((a, b) => a.since.localeCompare(b.since) || a.userId.localeCompare(b.userId));
}

function peerSpans(facts: RoomFact[], until: number): PeerSpan[] {
  const byPeer = Map.groupBy(facts.filter(isPeerFact), (fact) => fact.peerId);
  return [...byPeer.values()].map((own) => {
    const joined = Math.min(...own.filter((fact) => fact.type === 'peer.joined').map(time));
    const from = Number.isFinite(joined) ? joined : Math.min(...own.map(time));
    const left = Math.min(...own.filter((fact) => fact.type === 'peer.left').map(time));
    const ended = Number.isFinite(left) ? left : endOfRoom(facts, from);
    const present = { from, to: Math.max(from, Math.min(ended, until)) };
    return {
      userId: own[0]?.userId ?? '',
      present,
      media: mediaSpans(own, present),
      open: ended === Infinity,
    };
  });
}

/**
 * When a peer's presence ended that nobody reported: with the room, or, when the room was opened anew because
 * its node died, with the last fact before that. Infinity while the room goes on.
 */
function endOfRoom(facts: RoomFact[], from: number): number {
  const after = facts.filter((fact) => time(fact) > from);
  const ended = Math.min(...after.filter((fact) => fact.type === 'room.ended').map(time));
  const reopened = Math.min(...after.filter((fact) => fact.type === 'room.opened').map(time));
  if (ended <= reopened) return ended;
  return Math.max(from, ...after.map(time).filter((at) => at < reopened));
}

/** Time in which at least one source of a peer flowed, within its presence. */
function mediaSpans(own: PeerFact[], present: Span): Span[] {
  const changes = own.filter((fact) => fact.type === 'media.started' || fact.type === 'media.stopped');
  return [...Map.groupBy(changes, (fact) => fact.source).values()].flatMap((ofSource) => {
    const spans: Span[] = [];
    let from: number | null = null;
    for (const fact of ofSource.sort((a, b) => time(a) - time(b))) {
      if (fact.type === 'media.started') from ??= time(fact);
      else if (from !== null) {
        spans.push({ from, to: time(fact) });
        from = null;
      }
    }
    if (from !== null) spans.push({ from, to: present.to });
    return spans
      .map((span) => ({ from: Math.max(span.from, present.from), to: Math.min(span.to, present.to) }))
      .filter((span) => span.to > span.from);
  });
}

/** The same time without overlaps, in order; empty spans vanish. */
function union(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** Cuts presence at the edges of media; media lies within presence. */
function cut(presence: Span[], media: Span[]): Attendance['intervals'] {
  return presence.flatMap((span) => {
    const within = media.filter(({ from, to }) => from >= span.from && to <= span.to);
    const edges = [span.from, ...within.flatMap(({ from, to }) => [from, to]), span.to];
    return edges.slice(1).flatMap((to, index) => {
      const from = edges[index] ?? to;
      if (to <= from) return [];
      const iso = (at: number) => new Date(at).toISOString();
      return [{ from: iso(from), to: iso(to), mediaFlowing: index % 2 === 1 }];
    });
  });
}
