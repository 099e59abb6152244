import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createBrowserKeys, startPushService } from '../../support/pushService.ts';
import { bookSeat } from '../support/bookSeat.ts';
import { newAccount } from '../support/authSteps.ts';
import { callApiBy } from '../support/callApi.ts';
import { openNewcomer, shared } from '../support/people.ts';
import { until } from '../support/until.ts';

const choicesPath = '/dashboard/learner/settings/notifications';

/**
 * Chromium subscribes only at Google's servers, which tests do not reach: `subscribe` is stood in for, with an endpoint
 * at a push service of ours. What it is told is opened with the browser's keys and handed to the real service worker
 * by the developer tools, as the browser does.
 */
test('web push: turned on by a press, told by the workers, shown by the service worker, led to the page (LIVE-3)', async () => {
  const service = await startPushService();
  onTestFinished(() => service.close());
  const who = await newAccount('learner');
  const asLearner = await callApiBy(shared.url, who);
  const asMentor = await callApiBy(shared.url, await newAccount('mentor'));
  const keys = createBrowserKeys();
  const endpoint = `${service.url}/push/browser`;
  const learner = await openNewcomer('learner', { who });
  const { page, context, problems } = learner;
  await context.grantPermissions(['notifications'], { origin: shared.url });
  await context.addInitScript(standInForSubscribe, { endpoint, keys: keys.keys });
  await page.goto(choicesPath);
  await page.getByRole('button', { name: 'Turn on here' }).click();
  await page.getByText('This browser tells you').waitFor();

  const path = await bookSeat(asMentor, asLearner, 'Pushed <to> me');
  const told = await until(
    'the push service is told',
    () =>
      Promise.resolve(
        service.pushed.map(({ body }) => keys.open(body)).find((text) => text.includes('Pushed <to> me')),
      ),
    (text) => text !== undefined,
  );
  expect(told).toContain('Your seat is booked');
  await deliver(page, told ?? '');
  await deliver(page, told ?? '');
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const all = await registration.getNotifications();
      return all.map(({ title, body, data }) => ({ title, body, data: data as unknown }));
    });
  const [notification, ...more] = await until('it is shown', shown, (all) => all.length > 0);
  expect(notification).toEqual({ title: 'Your seat is booked', body: 'Pushed <to> me', data: { path } });
  // Twice delivered, once shown: the tag is the same.
  expect(more).toEqual([]);

  await press(page);
  await page.waitForURL(`**${path}`);

  // A new page finds it still on.
  await page.goto(choicesPath);
  await page.getByRole('button', { name: 'Turn off here' }).click();
  await page.getByText('does not tell you while').waitFor();
  const ended = await asLearner('POST', '/api/push/subscriptions/end', { endpoint }).catch(String);
  expect(z.string().parse(ended)).toContain('404');
  expect(problems).toEqual([]);
  await learner.close();
});

/** Runs in the page before its scripts. Like a browser's own subscription, this one outlives the page. */
function standInForSubscribe(given: { endpoint: string; keys: { p256dh: string; auth: string } }): void {
  const kept = 'test.subscribedWith';
  const manager = PushManager.prototype as unknown as Record<string, unknown>;
  const find = () => {
    const key = localStorage.getItem(kept);
    if (key === null) return null;
    return {
      endpoint: given.endpoint,
      options: { applicationServerKey: Uint8Array.from(JSON.parse(key) as number[]).buffer },
      toJSON: () => given,
      unsubscribe: () => Promise.resolve((localStorage.removeItem(kept), true)),
    };
  };
  manager.subscribe = ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
    localStorage.setItem(kept, JSON.stringify([...applicationServerKey]));
    return Promise.resolve(find());
  };
  manager.getSubscription = () => Promise.resolve(find());
}

/** Hands a message to the page's service worker as a push service would. */
async function deliver(page: Page, data: string): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(shared.url));
      if (own) resolve(own.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  const registrationId = await registered;
  await tools.send('ServiceWorker.deliverPushMessage', { origin: shared.url, registrationId, data });
  await tools.detach();
}

/** Presses the one that is shown. Headless Chromium shows none to press, so the worker is told that it was. */
async function press(page: Page): Promise<void> {
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(async () => {
    const scope = self as unknown as {
      registration: ServiceWorkerRegistration;
      NotificationEvent: new (type: string, init: object) => Event;
    };
    const [notification] = await scope.registration.getNotifications();
    self.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
  });
}
