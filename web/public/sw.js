/* global self */
// The service worker: shows what is pushed while no page is open, and leads to the page meant. It keeps no pages and
// answers no calls.

const origin = self.location.origin;
/** A lesson is not left because something was pressed. */
const roomPath = '/session/';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(show(readMessage(event.data))));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(ownAddress(event.notification.data?.path)));
});
// The browser took its subscription back. The page makes the new one known, now or when it is next opened.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(subscribeAgain(event)));

const findPages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

/** What api/push/sendPush.ts wrote; a browser must be shown something even when that cannot be read. */
function readMessage(data) {
  try {
    const { title, body, tag, lang, at, path } = data.json();
    return {
      title: String(title),
      options: { body: String(body), tag, lang, timestamp: at, data: { path } },
    };
  } catch {
    return { title: 'PeerLearn', options: { data: { path: '/dashboard' } } };
  }
}

/** The same tag twice is one notification. A page that is looked at makes a sound of its own. */
async function show({ title, options }) {
  const isLookedAt = (await findPages()).some((page) => page.focused);
  const look = { icon: '/icon-192.png', silent: isLookedAt };
  await self.registration.showNotification(title, { ...options, ...look });
}

/** Only our own pages are opened, whatever a message says. */
function ownAddress(path) {
  const home = `${origin}/dashboard`;
  if (typeof path !== 'string' || !path.startsWith('/')) return home;
  const url = new URL(path, origin);
  return url.origin === origin ? url.href : home;
}

/** Comes to the page when it is open, else leads the last used tab there, else opens one. */
async function open(address) {
  const pages = await findPages();
  const there = pages.find((page) => page.url === address);
  if (there) return there.focus();
  const free = pages.find((page) => !new URL(page.url).pathname.startsWith(roomPath));
  try {
    const led = await free?.navigate(address);
    if (led) return await led.focus();
  } catch {
    // A tab that was opened before this worker cannot be led.
  }
  return self.clients.openWindow(address);
}

async function subscribeAgain({ oldSubscription }) {
  const applicationServerKey = oldSubscription?.options.applicationServerKey;
  if (applicationServerKey)
    await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  for (const page of await findPages()) page.postMessage('push.renew');
}
