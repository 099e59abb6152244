import type { Notification } from '../../api/contracts/notifications.ts';
import { serverNow } from '../lib/clock.ts';
import { fetchPreferences } from './preferences.ts';
import { isInRoom } from './quietInRoom.ts';

const chimeUrl = new URL('./chime.wav', import.meta.url).href;
/** A page that wakes up hears of old things, too: they make no sound. */
const newMs = 20_000;
/** Longer than other tabs may be late with the same event. */
const holdMs = 30_000;
const volume = 0.5;

/** Sounds once for a notification, in one of the open tabs, if the person wants it and is not in a lesson (LIVE-3). */
export async function soundFor({ id, createdAt }: Notification): Promise<void> {
  // Before the first gesture browsers play nothing.
  if (!navigator.userActivation.hasBeenActive || serverNow() - Date.parse(createdAt) > newMs) return;
  // First, and at once: as the person wants it now, not when it is its turn.
  if (!(await fetchPreferences()).sound || (await isInRoom())) return;
  await navigator.locks.request(`peerlearn.sound.${id}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await playChime();
    await new Promise((resolve) => setTimeout(resolve, holdMs));
  });
}

/** @throws DOMException when the browser does not let the page play. */
export async function playChime(): Promise<void> {
  const chime = new Audio(chimeUrl);
  chime.volume = volume;
  await chime.play();
}
