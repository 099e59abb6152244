import { describe, expect, it } from 'vitest';
import { listTopics } from '../../../media/contracts/topicList.ts';
import type { TopicAct, TopicChange } from '../../../media/contracts/topics.ts';
import { TopicLog } from '../../../web/room/topics/TopicLog.ts';

const added = '7d2a8c1e-0000-4000-8000-000000000001';
const change = (position: number, did: TopicAct): TopicChange => ({
  ...{ id: `id-${position}`, clientId: `client-${position}`, position, did },
  ...{ at: `2026-11-21T10:00:0${position}.000Z`, clockMs: position * 1000 },
});
const tick = (position: number, topic = '0') => change(position, { act: 'tick', topic });

describe('a checklist after what was done with it (ROOM-10)', () => {
  const list = (...changes: TopicChange[]) =>
    listTopics(['One', 'Two'], changes).map(({ title, covered }) => [title, covered?.clockMs ?? null]);

  it('keeps the first of two ticks, and takes a tick back', () => {
    expect(list(tick(1), tick(2))).toEqual([
      ['One', 1000],
      ['Two', null],
    ]);
    expect(list(tick(1), change(2, { act: 'untick', topic: '0' }), tick(3))).toEqual([
      ['One', 3000],
      ['Two', null],
    ]);
  });

  it('has what was added once, after what was planned, and knows nothing of other topics', () => {
    const add = (position: number) => change(position, { act: 'add', topic: added, title: 'Three' });
    expect(list(add(1), add(2), tick(3, added), tick(4, '7'))).toEqual([
      ['One', null],
      ['Two', null],
      ['Three', 3000],
    ]);
  });
});

describe('what a page knows of the checklist (ROOM-10, ROOM-13)', () => {
  /** A room that answers from what was done in it, two at a time. */
  function room() {
    const done: TopicChange[] = [];
    let shown: number[] = [];
    const log = new TopicLog(
      ({ since }) => {
        const later = done.filter(({ position }) => position > since);
        return Promise.resolve({ changes: later.slice(0, 2), more: later.length > 2 });
      },
      (changes) => (shown = changes.map(({ position }) => position)),
    );
    const press = (position: number, isHeard = true) => {
      done.push(tick(position));
      if (isHeard) log.add(tick(position));
    };
    return { log, press, shown: () => shown };
  }

  it('has what was missed in a drop although later changes came first, each once', async () => {
    const { log, press, shown } = room();
    await log.catchUp();
    press(1);
    log.dropped();
    for (const position of [2, 3, 4]) press(position, false);
    // Over the new socket, before the answer.
    press(5);
    await log.catchUp();
    log.add(tick(5));
    expect(shown()).toEqual([1, 2, 3, 4, 5]);
  });

  it('does not take an answer from before a drop for the end of the gap', async () => {
    const { log, press, shown } = room();
    await log.catchUp();
    const stale = log.catchUp();
    log.dropped();
    await stale;
    press(1, false);
    press(2);
    await log.catchUp();
    expect(shown()).toEqual([1, 2]);
  });
});
