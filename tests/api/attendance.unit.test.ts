import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendance, presentNow } from '../../api/attendance/rules.ts';
import type { RoomFact } from '../../media/contracts/facts.ts';
import { factBuilder, type PeerFactDraft } from '../support/facts.ts';

const { at, fact, peerFact } = factBuilder();
const end = 60;

/** One stay of one person in the room; all numbers are seconds. */
interface Stay {
  user: number;
  from: number;
  to: number;
  flows: { source: 'microphone' | 'camera'; from: number; to: number }[];
  leftLost: boolean;
}

const stretch = (low: number, high: number) =>
  fc
    .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }))
    .filter(([from, to]) => from !== to)
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const stay: fc.Arbitrary<Stay> = stretch(1, end - 1).chain(({ from, to }) =>
  fc.record({
    user: fc.integer({ min: 0, max: 2 }),
    from: fc.constant(from),
    to: fc.constant(to),
    leftLost: fc.boolean(),
    // At most one flow of a source, so that what is expected is plain to see.
    flows: fc.uniqueArray(
      stretch(from, to).chain((flow) =>
        fc.constantFrom('microphone' as const, 'camera' as const).map((source) => ({ source, ...flow })),
      ),
      { selector: (flow) => flow.source, maxLength: 2 },
    ),
  }),
);

function factsOfStay({ user, from, to, flows, leftLost }: Stay): RoomFact[] {
  const peer = peerFact(user);
  const drafts: [PeerFactDraft, number][] = [[{ type: 'peer.joined' }, from]];
  for (const flow of flows) {
    drafts.push([{ type: 'media.started', source: flow.source }, flow.from]);
    drafts.push([{ type: 'media.stopped', source: flow.source }, flow.to]);
  }
  if (!leftLost) drafts.push([{ type: 'peer.left', reason: 'left' }, to]);
  return drafts.map(([draft, second]) => peer(draft, second));
}

describe('attendance', () => {
  test('is, second for second, what happened, whatever the order and repetition of facts', () => {
    const scene = fc.array(stay, { minLength: 1, maxLength: 6 }).chain((stays) => {
      const facts = [
        fact({ type: 'room.opened' }, 0),
        ...stays.flatMap(factsOfStay),
        fact({ type: 'room.ended', reason: 'ended' }, end),
      ];
      const told = fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 });
      return fc.record({ stays: fc.constant(stays), told });
    });
    fc.assert(
      fc.property(scene, ({ stays, told }) => {
        const result = attendance(told, at(end + 100));
        for (let user = 0; user <= 2; user += 1) {
          const intervals = result.find(({ userId }) => userId === factBuilder.userId(user))?.intervals ?? [];
          for (let second = 0; second < end + 100; second += 1) {
            const own = stays.filter((each) => each.user === user);
            const present = own.some(
              (each) => each.from <= second && second < (each.leftLost ? end : each.to),
            );
            const flowing = own.some((each) => each.flows.some((f) => f.from <= second && second < f.to));
            const found = intervals.filter(({ from, to }) => from <= at(second) && at(second) < to);
            expect(found.length).toBe(present ? 1 : 0);
            expect(found[0]?.mediaFlowing ?? false).toBe(flowing);
          }
          for (const [index, interval] of intervals.entries()) {
            const next = intervals[index + 1];
            if (next?.from === interval.to) expect(next.mediaFlowing).not.toBe(interval.mediaFlowing);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a presence that is not over ends now', () => {
    const facts = [fact({ type: 'room.opened' }, 0), peerFact(0)({ type: 'peer.joined' }, 5)];
    expect(attendance(facts, at(30))).toEqual([
      { userId: factBuilder.userId(0), intervals: [{ from: at(5), to: at(30), mediaFlowing: false }] },
    ]);
  });

  test('when a node died, presence ends with the last proof, not with the next opening', () => {
    const [lost, other] = [peerFact(0), peerFact(1)];
    const facts = [
      fact({ type: 'room.opened' }, 0),
      lost({ type: 'peer.joined' }, 5),
      other({ type: 'peer.joined' }, 6),
      other({ type: 'media.started', source: 'microphone' }, 12),
      fact({ type: 'room.opened' }, 50),
    ];
    const [first] = attendance(facts, at(60));
    expect(first?.intervals).toEqual([{ from: at(5), to: at(12), mediaFlowing: false }]);
  });

  test('media that began before its join was told, or went on after it left, counts only within the presence', () => {
    const peer = peerFact(0);
    const facts = [
      peer({ type: 'media.started', source: 'camera' }, 3),
      peer({ type: 'peer.joined' }, 5),
      peer({ type: 'peer.left', reason: 'lost' }, 9),
    ];
    expect(attendance(facts, at(60))[0]?.intervals).toEqual([{ from: at(5), to: at(9), mediaFlowing: true }]);
  });
});

describe('presentNow', () => {
  test('names each person once, since their earliest stay that is not over', () => {
    const [phone, laptop, gone] = [peerFact(0), peerFact(0), peerFact(1)];
    const facts = [
      fact({ type: 'room.opened' }, 0),
      laptop({ type: 'peer.joined' }, 9),
      phone({ type: 'peer.joined' }, 4),
      gone({ type: 'peer.joined' }, 5),
      gone({ type: 'peer.left', reason: 'left' }, 6),
    ];
    expect(presentNow(facts)).toEqual([{ userId: factBuilder.userId(0), since: at(4) }]);
  });

  test('nobody is there when the room has ended, even where "left" was lost', () => {
    const facts = [
      fact({ type: 'room.opened' }, 0),
      peerFact(0)({ type: 'peer.joined' }, 4),
      fact({ type: 'room.ended', reason: 'empty' }, 9),
    ];
    expect(presentNow(facts)).toEqual([]);
  });
});
