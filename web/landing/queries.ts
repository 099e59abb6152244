import { landing, type Landing } from '../../api/contracts/landing.ts';
import type { MentorFigures } from '../../api/contracts/mentors.ts';
import type { Session } from '../../api/contracts/sessions.ts';
import { api } from '../lib/api.ts';
import { useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';

const key = ['landing'];

/** What the landing page shows and the header counts, in one answer. Cards are kept by id, so that updates stay in place. */
export const useLanding = () =>
  useQuery(() => ({
    queryKey: key,
    queryFn: ({ signal }) => api.get('/api/landing', landing, { signal }),
    reconcile: 'id',
  }));

/** A card shows at once what is new about its lesson; what that means for counts and places is the server's to say. */
export function applySessionToLanding(session: Session): void {
  queryClient.setQueryData<Landing>(key, (known) => known && withSession(known, session));
  askAgainSoon();
}

/** Counts live lessons as far as the change can be seen. */
export function withSession(known: Landing, session: Session): Landing {
  const before = known.topSessions.find(({ id }) => id === session.id);
  if (!before) return known;
  const wentLive = Number(session.state === 'live') - Number(before.state === 'live');
  return {
    ...known,
    liveCount: Math.max(0, known.liveCount + wentLive),
    topSessions: known.topSessions.map((item) => (item.id === session.id ? session : item)),
    bestMentors: known.bestMentors.map((mentor) =>
      mentor.id === session.mentor.id && wentLive !== 0 ? { ...mentor, isLive: wentLive > 0 } : mentor,
    ),
  };
}

export function applyMentorToLanding(mentor: MentorFigures): void {
  queryClient.setQueryData<Landing>(
    key,
    (known) =>
      known && {
        ...known,
        topSessions: known.topSessions.map((session) =>
          session.mentor.id === mentor.id
            ? { ...session, mentor: { ...session.mentor, rating: mentor.rating } }
            : session,
        ),
        bestMentors: known.bestMentors.map((item) => (item.id === mentor.id ? { ...item, ...mentor } : item)),
      },
  );
}

/** Everybody's page hears of every change: each asks after a moment of its own, and once for many changes. */
const soonestMs = 1000;
const spreadMs = 4000;
let waiting: ReturnType<typeof setTimeout> | undefined;

function askAgainSoon(): void {
  waiting ??= setTimeout(
    () => {
      waiting = undefined;
      void queryClient.invalidateQueries({ queryKey: key });
    },
    soonestMs + Math.random() * spreadMs,
  );
}
