// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import type { TopicAct, TopicChange } from '../../../media/contracts/topics.ts';
import { Events } from '../../../web/room/Events.ts';
import type { RoomClient } from '../../../web/room/RoomClient.ts';
import { SignallingError, type RoomEvents } from '../../../web/room/roomTypes.ts';
import { createTopics } from '../../../web/room/topics/createTopics.ts';
import { SpokenTopics } from '../../../web/room/topics/SpokenTopics.tsx';
import { TopicsPanel } from '../../../web/room/topics/TopicsPanel.tsx';

afterEach(cleanup);

type Asked = {
  clientId: string;
  did: TopicAct;
  answer: (change: TopicChange) => void;
  fail: (error: Error) => void;
};

/** A page in a room that answers when the test says so. */
function pageOf(isMentor: boolean) {
  const events = new Events<RoomEvents>();
  const asked: Asked[] = [];
  let position = 0;
  const ask = (name: string, data: { clientId: string; did: TopicAct }) =>
    name === 'topicHistory'
      ? Promise.resolve({ changes: [], more: false })
      : new Promise<{ change: TopicChange }>((resolve, reject) => {
          asked.push({ ...data, answer: (change) => resolve({ change }), fail: reject });
        });
  const client = { events, ask } as unknown as RoomClient;
  const lesson = { topics: ['Iterators', 'Pipelines'], mine: { isMentor } } as SessionForMe;
  render(() => {
    const topics = createTopics({ client, lesson, clock: { elapsedMs: () => 61_000 } });
    return (
      <>
        <TopicsPanel topics={topics} onClose={() => undefined} />
        <SpokenTopics topics={topics} />
      </>
    );
  });
  events.emit('peersReset', []);
  const change = (did: TopicAct, clientId: string = crypto.randomUUID()): TopicChange => ({
    ...{ id: `id-${clientId}`, clientId, position: (position += 1), did },
    ...{ at: '2026-11-21T10:00:00.000Z', clockMs: 754_000 },
  });
  return { events, asked, change, hear: (one: TopicChange) => events.emit('topicsChanged', one) };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(name) });
const rowOf = (title: string) => screen.getByText(title).closest('li')!;
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('a tick counts here at once, waits as such, and is kept with the room’s time (ROOM-10)', async () => {
  const page = pageOf(true);
  await settled();
  box('Iterators').click();
  expect(box('Iterators').checked).toBe(true);
  expect(screen.getByText('1 of 2')).toBeTruthy();
  within(rowOf('Iterators')).getByText('Sending…');
  const [{ clientId, did, answer }] = page.asked as [Asked];
  const kept = page.change(did, clientId);
  page.hear(kept);
  answer(kept);
  await settled();
  expect(within(rowOf('Iterators')).queryByText('Sending…')).toBeNull();
  within(rowOf('Iterators')).getByText('12:34');
  expect(page.asked).toHaveLength(1);
});

it('presses go one after the other, and one that is refused says so and can be tried again (ROOM-10)', async () => {
  const page = pageOf(true);
  await settled();
  box('Iterators').click();
  box('Pipelines').click();
  expect(page.asked).toHaveLength(1);
  page.asked[0]?.fail(new SignallingError('not_kept', 'no'));
  await settled();
  expect(box('Iterators').checked).toBe(false);
  expect(screen.getByRole('alert').textContent).toContain('It could not be stored.');
  expect(page.asked[1]?.did).toEqual({ act: 'tick', topic: '1' });
  page.asked[1]?.answer(page.change(page.asked[1].did, page.asked[1].clientId));
  await settled();
  screen.getByRole('button', { name: 'Try again' }).click();
  await settled();
  expect(page.asked[2]).toMatchObject({
    clientId: page.asked[0]?.clientId,
    did: { act: 'tick', topic: '0' },
  });
  expect(box('Iterators').checked).toBe(true);
});

it('what was pressed before the place was lost is sent again with its id, once there is one (ROOM-13)', async () => {
  const page = pageOf(true);
  await settled();
  box('Iterators').click();
  page.asked[0]?.fail(new SignallingError('closed', 'no place'));
  await settled();
  expect(box('Iterators').checked).toBe(true);
  expect(page.asked).toHaveLength(1);
  page.events.emit('peersReset', []);
  await settled();
  expect(page.asked[1]?.clientId).toBe(page.asked[0]?.clientId);
});

it('learners see and hear what is covered, and cannot tick (ROOM-10)', async () => {
  const page = pageOf(false);
  await settled();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  expect(screen.queryByLabelText('Add a topic')).toBeNull();
  page.hear(page.change({ act: 'tick', topic: '1' }));
  within(rowOf('Pipelines')).getByText('12:34');
  expect(screen.getByRole('status').textContent).toBe('Pipelines is covered, 1 of 2');
});
