import { z } from 'zod';
import { pushKey } from '../../api/contracts/preferences.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { ApiError } from '../lib/problem.ts';

/**
 * `unsupported`: this browser cannot; `unavailable`: this installation has no keys; `denied`: forbidden in the
 * browser's settings, from where alone it can be allowed.
 */
export type PushState = 'unsupported' | 'unavailable' | 'denied' | 'off' | 'on';

const workerPath = '/sw.js';
/** Who turned it on in this browser: nobody else's log-in takes it up. */
const ownerKey = 'peerlearn.push';

const isSupported = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
const isOwner = (): boolean => localStorage.getItem(ownerKey) === credentials.user()?.id;

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(workerPath);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

export async function pushState(): Promise<PushState> {
  if (!isSupported()) return 'unsupported';
  if ((await askKey()) === null) return 'unavailable';
  if (Notification.permission === 'denied') return 'denied';
  return isOwner() && (await findSubscription()) ? 'on' : 'off';
}

/**
 * Call it from a press: the browser then asks the person.
 * @throws ApiError; DOMException when the browser's push service cannot be had.
 */
export async function turnOn(): Promise<PushState> {
  const user = credentials.user();
  if (!user || (await Notification.requestPermission()) !== 'granted') return pushState();
  await register();
  localStorage.setItem(ownerKey, user.id);
  return pushState();
}

export async function turnOff(): Promise<PushState> {
  const subscription = await findSubscription();
  localStorage.removeItem(ownerKey);
  if (subscription) {
    const { endpoint } = subscription;
    await api.post('/api/push/subscriptions/end', z.unknown(), { endpoint }).catch(ignoreUnknown);
    await subscription.unsubscribe();
  }
  return pushState();
}

/** A log-in that began since push was turned on has no subscription yet, nor has a browser whose keys have changed. */
export async function renewPush(): Promise<void> {
  if (!isSupported() || Notification.permission !== 'granted' || !isOwner()) return;
  await register();
}

/** Renews when the service worker says that the browser took its subscription back. */
export function renewWhenAsked(): void {
  if (!isSupported()) return;
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'push.renew') renewPush().catch(() => undefined);
  });
}

async function register(): Promise<void> {
  const key = await askKey();
  if (key === null) return;
  await navigator.serviceWorker.register(workerPath);
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known && !isFor(known, key)) await known.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint, keys } = subscription.toJSON();
  await api.post('/api/push/subscriptions', z.unknown(), { endpoint, keys });
}

function isFor(subscription: PushSubscription, key: Uint8Array): boolean {
  const own = subscription.options.applicationServerKey;
  return own !== null && new Uint8Array(own).join() === key.join();
}

async function askKey(): Promise<Uint8Array<ArrayBuffer> | null> {
  const { publicKey } = await api.get('/api/push/key', pushKey);
  return publicKey === null ? null : fromBase64Url(publicKey);
}

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );

function ignoreUnknown(error: unknown): void {
  if (!(error instanceof ApiError) || error.code !== 'not_found') throw error;
}
