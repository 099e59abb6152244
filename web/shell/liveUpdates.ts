import { createEffect, createMemo, on } from 'solid-js';
import { applyPreferences } from '../notifications/preferences.ts';
import { applyNotification, applyRead } from '../notifications/queries.ts';
import { applyBooking } from '../bookings/queries.ts';
import { applyNewSession, applySession } from '../sessions/queries.ts';
import { applyMentorToLanding, applySessionToLanding } from '../landing/queries.ts';
import { applyMentor, askMentorAgain } from '../mentors/queries.ts';
import { credentials } from '../lib/credentials.ts';
import { live } from '../lib/live.ts';
import { queryClient } from '../lib/queryClient.ts';

/** Puts live events into the cache that the pages show, from the moment the page is idle. */
export function startLiveUpdates(): void {
  live.on('session.published', ({ session }) => {
    applyNewSession(session);
    applySessionToLanding(session);
    askMentorAgain(session.mentor.id);
  });
  live.on('session.changed', ({ session }) => {
    applySession(session);
    applySessionToLanding(session);
    askMentorAgain(session.mentor.id);
  });
  live.on('mentor.changed', ({ mentor }) => {
    applyMentor(mentor);
    applyMentorToLanding(mentor);
  });
  live.on('booking.changed', ({ booking }) => applyBooking(booking));
  live.on('notification.created', ({ notification }) => {
    applyNotification(notification);
    void import('../notifications/sound.ts')
      .then(({ soundFor }) => soundFor(notification))
      .catch(() => undefined);
  });
  live.on('notification.read', applyRead);
  live.on('preferences.changed', ({ preferences }) => applyPreferences(preferences));
  live.afterGap(() => void queryClient.invalidateQueries());
  whenIdle(() => void live.connect());
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
