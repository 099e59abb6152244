import { applyBooking } from '../bookings/queries.ts';
import { applyMentorToLanding, applySessionToLanding } from '../landing/queries.ts';
import { live } from '../lib/live.ts';
import { applyMentor, askMentorAgain } from '../mentors/queries.ts';
import { applyPreferences } from '../notifications/preferences.ts';
import { applyNotification, applyRead } from '../notifications/queries.ts';
import { applyNewSession, applySession } from '../sessions/queries.ts';

/** Puts each live event wherever what it tells of is shown. */
export function listenToLive(): void {
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
}
