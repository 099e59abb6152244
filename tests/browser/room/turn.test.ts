import { afterAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { enter, makeLiveLesson } from '../support/lesson.ts';
import { expectToSeeAndHear, waysOf } from '../support/mediaStats.ts';
import { desktop, openPerson, phone, type Someone } from '../support/people.ts';

const opened: Someone[] = [];
afterAll(() => Promise.all(opened.map((someone) => someone.close())));

async function open(role: 'mentor' | 'learner'): Promise<Someone> {
  const someone = await openPerson(role);
  opened.push(someone);
  return someone;
}

/** Runs in the page before its scripts: a network that lets only TURN over TCP through. */
function onlyTurnOverTcp(): void {
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor({ iceServers = [], ...more }: RTCConfiguration = {}) {
      const overTcp = iceServers.map(({ urls, ...server }) => ({
        ...server,
        urls: [urls].flat().filter((url) => url.endsWith('?transport=tcp')),
      }));
      super({ ...more, iceServers: overTcp, iceTransportPolicy: 'relay' });
    }
  };
}

/** Runs in the page before its scripts: the connection check goes on until it is ended, or its time is over. */
function checksNeverOpen(): void {
  Object.defineProperty(RTCDataChannel.prototype, 'addEventListener', {
    value(this: RTCDataChannel, ...[type, ...how]: Parameters<EventTarget['addEventListener']>) {
      if (type !== 'open') EventTarget.prototype.addEventListener.call(this, type, ...how);
    },
  });
}

const openConnections = () =>
  [...window.connections].filter(({ connectionState }) => connectionState !== 'closed').length;

test('two people whose networks let only TURN over TCP through see and hear each other (ROOM-19)', async () => {
  const lesson = await makeLiveLesson('Through a relay');
  const people = [await open('mentor'), await open('learner')];
  await Promise.all(people.map(({ context }) => context.addInitScript(onlyTurnOverTcp)));
  await Promise.all(people.map(({ context }) => context.addInitScript(checksNeverOpen)));
  await Promise.all(people.map(({ page }) => enter(page, lesson.path)));
  await Promise.all(people.map(({ page }) => expectToSeeAndHear(page)));
  for (const someone of people) {
    expect(await waysOf(someone.page)).toEqual(['relay tcp', 'relay tcp']);
    // Joining ended the check: what is not closed are the room's two directions.
    expect(await someone.page.evaluate(openConnections)).toBe(2);
    expect(someone.problems).toEqual([]);
  }
  await lesson.end();
});

test('before joining, each way to the media server is tried, and none holds up joining (ROOM-2)', async () => {
  const lesson = await makeLiveLesson('Ways to the server');
  const learner = await open('learner');
  const { page } = learner;
  await page.goto(lesson.path);
  const card = page.getByRole('region', { name: 'Connection' });
  await card.getByText('Good for video').waitFor();
  for (const way of ['directly (UDP)', 'directly (TCP)', 'through a relay (TURN)']) {
    await card
      .getByRole('listitem')
      .filter({ hasText: way })
      .getByText(/^\d+ ms$/u)
      .waitFor();
  }
  for (const size of [desktop, phone, { width: 320, height: 640 }]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(desktop);

  // Nothing but TURN over TCP, and the check asked for by hand.
  await learner.context.addInitScript(onlyTurnOverTcp);
  await page.reload();
  await card.getByText('Enough for a lesson').waitFor();
  expect(await card.getByText('This network does not let it through').count()).toBe(2);

  // No way at all: said, and one can join all the same.
  await learner.context.addInitScript(() => {
    window.RTCPeerConnection.prototype.setRemoteDescription = () => Promise.reject(new Error('no network'));
  });
  await page.reload();
  await page.getByRole('button', { name: 'Join now' }).waitFor();
  await card.getByText('No way through').waitFor();
  expect(await card.getByText('This network does not let it through').count()).toBe(3);
  await card.getByRole('button', { name: 'Check again' }).click();
  await card.getByText('Checking…').waitFor();
  expect(await page.getByRole('button', { name: 'Join now' }).isEnabled()).toBe(true);
  expect(learner.problems).toEqual([]);
  await lesson.end();
});
