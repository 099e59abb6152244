import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Gift } from '../../media/contracts/gifts.ts';
import type { TicketClaims } from '../../media/contracts/ticket.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const enter = async (of: TicketClaims) => {
  const client = await SignallingClient.connect(node.url, { ticket: await node.ticket(of) });
  await client.request('join', {});
  return client;
};
const gifts = ({ events }: SignallingClient) =>
  events.flatMap(({ name, data }) => (name === 'giftReceived' ? [(data as { gift: Gift }).gift] : []));

it('a gift is told to its room alone, and its amount to giver and mentor alone (PAY-6)', async () => {
  const [mentoring, learning] = twoClaims();
  const people = await Promise.all(
    [mentoring, learning, { ...learning, sub: randomUUID() }].map((of) => enter(of)),
  );
  const elsewhere = await enter(twoClaims()[0]);
  const gift = { id: randomUUID(), from: { userId: learning.sub, name: 'Asha' }, amountPaise: 5_000 };
  await node.command({ type: 'tellGift', roomCode: randomUUID(), gift });
  await node.command({ type: 'tellGift', roomCode: mentoring.roomCode, gift });
  const [mentor, giver, other] = people as [SignallingClient, SignallingClient, SignallingClient];
  await expect.poll(() => gifts(mentor)).toEqual([gift]);
  await expect.poll(() => gifts(giver)).toEqual([gift]);
  await expect.poll(() => gifts(other)).toEqual([{ ...gift, amountPaise: null }]);
  expect(gifts(elsewhere)).toEqual([]);
  for (const client of [...people, elsewhere]) client.close();
});
