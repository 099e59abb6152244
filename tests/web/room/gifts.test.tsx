// @vitest-environment happy-dom
import { cleanup, render } from '@solidjs/testing-library';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import type { Gift } from '../../../media/contracts/gifts.ts';
import { Events } from '../../../web/room/Events.ts';
import { GiftThanks } from '../../../web/room/gifts/GiftThanks.tsx';
import type { RoomEvents } from '../../../web/room/roomTypes.ts';

beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());
afterEach(cleanup);

const gift = (id: string, amountPaise: number | null): Gift => ({
  id,
  from: { userId: 'asha', name: 'Asha <b>' },
  amountPaise,
});

const lesson = { mentor: { id: 'ravi', name: 'Ravi' } } as SessionForMe;

/** A room whose gifts are shown to somebody. */
function roomFor(userId: string) {
  const events = new Events<RoomEvents>();
  const { container } = render(() => <GiftThanks client={{ events }} userId={userId} lesson={lesson} />);
  return {
    receive: (received: Gift) => events.emit('giftReceived', received),
    words: () => container.querySelector('[role=status]')?.textContent ?? '',
  };
}

it('a gift is thanked for, once, one after the other, and read out (PAY-6)', () => {
  const { receive, words } = roomFor('ravi');
  expect(words()).toBe('');
  receive(gift('1', 5_000));
  receive(gift('1', 5_000));
  receive(gift('2', 10_050));
  expect(words()).toContain('Asha <b> has given you ₹50.');
  vi.advanceTimersByTime(6_000);
  expect(words()).toContain('₹100.50');
  vi.advanceTimersByTime(6_000);
  expect(words()).toBe('');
  receive(gift('3', 100));
  expect(words()).toContain('₹1.');
});

it('others learn of a gift without its worth, and its giver that it came (PAY-6)', () => {
  const other = roomFor('kabir');
  other.receive(gift('1', null));
  expect(other.words()).toContain('Asha <b> has given Ravi a gift.');
  const giver = roomFor('asha');
  giver.receive(gift('1', 5_000));
  expect(giver.words()).toContain('Ravi has your gift of ₹50.');
});
