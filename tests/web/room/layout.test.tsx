// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import { createBoard } from '../../../web/room/board/createBoard.ts';
import { createRoom, type Room } from '../../../web/room/createRoom.ts';
import { createBars, type Bars } from '../../../web/room/layout/createBars.ts';
import { createStage } from '../../../web/room/layout/createStage.ts';
import { LayoutMenu } from '../../../web/room/layout/LayoutMenu.tsx';
import { Stage } from '../../../web/room/Stage.tsx';

const me = { id: '00000000-0000-4000-8000-000000000000', name: 'Asha Rao', pictureUrl: null };
const person = (id: string, over: Partial<PeerView> = {}): PeerView => ({
  ...{ id, userId: `user-${id}`, name: `Name of ${id}`, pictureUrl: null },
  ...{ role: 'learner', connected: true, hand: null, ...over },
});
const mentor = person('mentor', {
  role: 'mentor',
  name: 'Vikram Iyer',
  pictureUrl: '/files/pictures/v.webp',
});

let room: Room;
let stage: ReturnType<typeof createStage>;

function Harness() {
  const nothing = () => undefined;
  room = createRoom({
    onTicket: () => Promise.reject(new Error('nobody enters here')),
    ...{ onReaction: nothing, onSilenced: nothing, onFailed: nothing },
    ...{ onAnnounce: nothing, onEnd: nothing },
  });
  const board = createBoard({ client: room.client, isMentor: false, onOpened: nothing });
  stage = createStage({ room, isMentor: () => false, boardOpen: board.isOpen });
  return (
    <>
      <LayoutMenu layout={stage.layout} pictureWindow={stage.pictureWindow} />
      <Stage {...stage} room={room} me={me} isMentor={false} sessionId="" board={board} />
    </>
  );
}

/** The place of each seen tile, by its key. */
function places(): Record<string, string> {
  const seen = document.querySelectorAll<HTMLElement>('figure[data-tile]:not([hidden])');
  const placeOf = ({ className }: HTMLElement) => /tile--(main|over|side|cell)/u.exec(className)?.[1] ?? '';
  return Object.fromEntries([...seen].map((figure) => [figure.dataset.tile ?? '', placeOf(figure)]));
}
const mainTile = () => Object.entries(places()).find(([, place]) => place === 'main')?.[0];
const come = (...people: PeerView[]) => room.client.events.emit('peersReset', people);

beforeEach(() => {
  localStorage.clear();
  render(() => <Harness />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the stage (ROOM-6)', () => {
  it('shows the mentor large and oneself over it; a key and a tap swap the two', () => {
    come(mentor);
    expect(places()).toEqual({ 'mentor/camera': 'main', 'self/camera': 'over' });
    fireEvent.keyDown(document.body, { key: 'x' });
    expect(mainTile()).toBe('self/camera');
    const small = document.querySelector('figure[data-tile="mentor/camera"]');
    if (small) fireEvent.click(small);
    expect(mainTile()).toBe('mentor/camera');
  });

  it('shows the real face of who has no camera', () => {
    come(mentor);
    const face = document.querySelector('figure[data-tile="mentor/camera"] .avatar img');
    expect(face?.getAttribute('src')).toBe('/files/pictures/v.webp');
  });

  it('keeps the tiles themselves when they change places', () => {
    come(mentor, person('a'), person('b'));
    const before = new Set(document.querySelectorAll('figure[data-tile]'));
    for (let times = 0; times < 5; times++) fireEvent.keyDown(document.body, { key: 'y' });
    stage.layout.togglePin('b/camera');
    expect(mainTile()).toBe('b/camera');
    expect(new Set(document.querySelectorAll('figure[data-tile]'))).toEqual(before);
  });

  it('hides one’s own picture, and shows it again from the menu', async () => {
    come(mentor, person('a'));
    stage.layout.toggleOwn();
    expect(places()).not.toHaveProperty('self/camera');
    expect(localStorage.getItem('peerlearn.room.ownView')).toBe('hidden');
    await openMenu();
    choose('menuitem', 'Show my picture');
    expect(places()).toHaveProperty('self/camera');
  });

  it('takes a layout from the menu and keeps it on this device', async () => {
    come(mentor);
    await openMenu();
    choose('menuitemradio', 'Grid');
    expect(places()).toEqual({ 'mentor/camera': 'cell', 'self/camera': 'cell' });
    expect(localStorage.getItem('peerlearn.room.layout')).toBe('grid');
  });
});

describe('a pin (ROOM-6)', () => {
  it('holds through a new place of the same person, and ends when they stay away', async () => {
    vi.useFakeTimers();
    come(mentor, person('a'), person('b'));
    room.client.events.emit('stateChanged', 'connected');
    stage.layout.togglePin('a/camera');
    expect(mainTile()).toBe('a/camera');
    expect(screen.getByRole('img', { name: 'pinned' })).toBeTruthy();

    room.client.events.emit('peerLeft', { peerId: 'a' });
    expect(mainTile()).toBeUndefined();
    room.client.events.emit('peerJoined', person('again', { userId: 'user-a' }));
    expect(mainTile()).toBe('again/camera');

    room.client.events.emit('peerLeft', { peerId: 'again' });
    await vi.advanceTimersByTimeAsync(31_000);
    room.client.events.emit('peerJoined', person('late', { userId: 'user-a' }));
    expect(mainTile()).toBeUndefined();
  });

  it('is not lost while this page itself is away', async () => {
    vi.useFakeTimers();
    come(mentor, person('a'), person('b'));
    room.client.events.emit('stateChanged', 'connected');
    stage.layout.togglePin('a/camera');
    room.client.events.emit('stateChanged', 'reconnecting');
    come();
    await vi.advanceTimersByTimeAsync(120_000);
    come(mentor, person('new', { userId: 'user-a' }), person('b'));
    expect(mainTile()).toBe('new/camera');
  });
});

describe('bars (ROOM-6)', () => {
  const [full, setFull] = createSignal(false);
  const [phone, setPhone] = createSignal(false);
  let bars: Bars;
  function Bar() {
    bars = createBars(full, phone);
    return (
      <header class="room-top">
        <button type="button">Layout of the bar</button>
      </header>
    );
  }
  beforeEach(() => {
    cleanup();
    setFull(false);
    setPhone(false);
    vi.useFakeTimers();
    render(() => <Bar />);
  });

  it('go in full screen when nothing moves, and come back', () => {
    vi.advanceTimersByTime(10_000);
    expect(bars.hidden()).toBe(false);
    setFull(true);
    vi.advanceTimersByTime(3_100);
    expect(bars.hidden()).toBe(true);
    fireEvent.pointerMove(document);
    expect(bars.hidden()).toBe(false);
    vi.advanceTimersByTime(3_100);
    fireEvent.keyDown(document.body, { key: 'Tab' });
    expect(bars.hidden()).toBe(false);
  });

  it('stay while one of their menus is open', () => {
    setFull(true);
    screen.getByRole('button').setAttribute('aria-expanded', 'true');
    vi.advanceTimersByTime(10_000);
    expect(bars.hidden()).toBe(false);
    screen.getByRole('button').setAttribute('aria-expanded', 'false');
    vi.advanceTimersByTime(3_100);
    expect(bars.hidden()).toBe(true);
  });

  it('go and come by a tap on a phone, and stay on a desktop', () => {
    bars.tap();
    expect(bars.hidden()).toBe(false);
    setPhone(true);
    bars.tap();
    expect(bars.hidden()).toBe(true);
    bars.tap();
    expect(bars.hidden()).toBe(false);
  });
});

async function openMenu(): Promise<void> {
  const trigger = screen.getByRole('button', { name: 'Layout' });
  trigger.focus();
  fireEvent.keyDown(trigger, { key: 'Enter' });
  await screen.findByRole('menu');
}

function choose(role: 'menuitem' | 'menuitemradio', name: string): void {
  const item = screen.getByRole(role, { name });
  item.focus();
  fireEvent.keyDown(item, { key: 'Enter' });
}
