import { t } from '../../text/pageHeads.ts';
import type { publicPages } from '../../routes.tsx';
import { sitePicture, titled, type MakeHead } from './head.ts';
import { landingHead } from './landingHead.ts';
import { mentorHead, mentorsHead } from './mentorHeads.ts';
import { sessionHead, sessionsHead } from './sessionHeads.ts';

export type KnownPage = keyof typeof publicPages | '*';

const notFoundHead: MakeHead = () => ({
  title: titled(t('shell.notFoundTitle')),
  description: t('shell.notFoundText'),
  path: '/',
  indexed: false,
  ogType: 'website',
  image: sitePicture(),
  jsonLd: [],
});

/** Of each page that the server renders: its source file (in Vite's manifest) and how its head is made. */
export const heads: Record<KnownPage, { module: string; head: MakeHead }> = {
  '/': { module: 'landing/LandingPage.tsx', head: landingHead },
  '/sessions': { module: 'sessions/SessionsPage.tsx', head: sessionsHead },
  '/sessions/:id': { module: 'sessions/SessionPage.tsx', head: sessionHead },
  '/mentors': { module: 'mentors/MentorsPage.tsx', head: mentorsHead },
  '/mentors/:id': { module: 'mentors/MentorPage.tsx', head: mentorHead },
  '*': { module: 'shell/NotFoundPage.tsx', head: notFoundHead },
};
