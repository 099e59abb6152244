import { createEffect, createMemo, on } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { live } from '../lib/live.ts';
import { queryClient } from '../lib/queryClient.ts';

/** Puts live events into the cache that the pages show, from the moment the page is idle. */
export function startLiveUpdates(): void {
  live.afterGap(() => void queryClient.invalidateQueries());
  whenIdle(() => void connect());
  // Memos: a token that was only renewed changes nothing here.
  const reader = createMemo(() => credentials.user()?.id);
  const isLapsed = createMemo(credentials.lapsed);
  createEffect(
    on(
      [reader, isLapsed],
      ([id, lapsed], before) => {
        if (lapsed) return;
        showFor(id, before?.[0]);
        live.reconnect();
      },
      { defer: true },
    ),
  );
}

/** What listens comes with the socket, so that a page is usable before either is there (PERF-4). */
async function connect(): Promise<void> {
  const { listenToLive } = await import('./listenToLive.ts');
  listenToLive();
  await live.connect();
}

/** Another person looks at the page: what was fetched for the one before must not be shown to them. */
function showFor(reader: string | undefined, before: string | undefined): void {
  queryClient.removeQueries({ type: 'inactive' });
  if (before && before !== reader) void queryClient.resetQueries();
  else void queryClient.invalidateQueries();
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 500);
}
