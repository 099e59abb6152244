import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedEntry, sharedStream } from '../../media/contracts/shared.ts';
import type { TicketClaims } from '../../media/contracts/ticket.ts';
import type { TopicAct, TopicChange } from '../../media/contracts/topics.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const code = (refused: string) => expect.objectContaining({ code: refused }) as Error;
const enter = async (of: TicketClaims) => {
  const client = await SignallingClient.connect(node.url, {
    ticket: await node.ticket({ ...of, topicCount: 3 }),
  });
  await client.request('join', { takeOver: true });
  return Object.assign(client, { claims: of });
};
type Person = Awaited<ReturnType<typeof enter>>;
const enterTwo = async () => {
  const [mentoring, learning] = twoClaims();
  return [await enter(mentoring), await enter(learning)] as const;
};
const leave = (...people: Person[]) => Promise.all(people.map((person) => person.request('leave', {})));
const change = async (person: Person, did: TopicAct, clientId: string = randomUUID()) =>
  (await person.request('changeTopics', { clientId, did })).change;
const tick = (person: Person, topic: string, clientId?: string) =>
  change(person, { act: 'tick', topic }, clientId);
const heard = (person: Person) =>
  person.events.flatMap(({ name, data }) =>
    name === 'topicsChanged' ? [(data as { change: TopicChange }).change.did] : [],
  );
const history = async (person: Person, since = 0) => {
  const { changes } = await person.request('topicHistory', { since });
  return changes.map(({ did }) => did);
};

describe('the checklist of a room (ROOM-10)', () => {
  it('is changed by the mentor alone, judged by the ticket, and everybody sees it, with both times', async () => {
    const [mentor, learner] = await enterTwo();
    const topic = randomUUID();
    await change(mentor, { act: 'add', topic, title: '  Why?  ' });
    const ticked = await tick(mentor, '2');
    await tick(mentor, topic);
    await change(mentor, { act: 'untick', topic: '2' });
    for (const act of ['tick', 'untick'] as const)
      await expect(change(learner, { act, topic: '0' })).rejects.toThrow(code('not_allowed'));
    await expect(change(learner, { act: 'add', topic, title: 'x' })).rejects.toThrow(code('not_allowed'));
    const all = [
      { act: 'add', topic, title: 'Why?' },
      { act: 'tick', topic: '2' },
      { act: 'tick', topic },
      { act: 'untick', topic: '2' },
    ];
    await expect.poll(() => heard(learner)).toEqual(all);
    await expect.poll(() => heard(mentor)).toEqual(all);
    expect(await history(learner)).toEqual(all);
    expect(await history(learner, ticked.position)).toEqual(all.slice(2));
    expect(Math.abs(Date.now() - Date.parse(ticked.at))).toBeLessThan(60_000);
    expect(ticked.clockMs).toBeGreaterThanOrEqual(0);
    await leave(mentor, learner);
  });

  it('has a press once however often its page sends it, also over a new place', async () => {
    const [mentor, learner] = await enterTwo();
    const clientId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => tick(mentor, '0', clientId)));
    const again = await enter(mentor.claims);
    answers.push(await tick(again, '0', clientId));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await history(learner)).toEqual([{ act: 'tick', topic: '0' }]);
    const entries = await node.redis.xrange(sharedStream, '-', '+');
    const kept = entries
      .map(([, [, json = '']]) => sharedEntry.parse(JSON.parse(json)))
      .filter(({ sessionId }) => sessionId === mentor.claims.sessionId);
    expect(kept).toMatchObject([{ kind: 'topics', userId: mentor.claims.sub, clientId }]);
    await leave(again, learner);
  });

  it('refuses topics that are not on it, and more than can be added', async () => {
    const [mentor, learner] = await enterTwo();
    await expect(tick(mentor, '3')).rejects.toThrow(code('not_found'));
    await expect(tick(mentor, randomUUID())).rejects.toThrow(code('not_found'));
    await expect(change(mentor, { act: 'add', topic: randomUUID(), title: ' ' })).rejects.toThrow(
      code('bad_request'),
    );
    const add = () => change(mentor, { act: 'add', topic: randomUUID(), title: 'More' });
    for (let count = 0; count < 30; count += 1) await add();
    await expect(add()).rejects.toThrow(code('too_many'));
    await leave(mentor, learner);
  });
});
