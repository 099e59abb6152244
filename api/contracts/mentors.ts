import { z } from 'zod';
import { person } from './accounts.ts';
import { id, instant, line, page, pageOf } from './common.ts';
import { domain, lessonLanguage, rating } from './teaching.ts';

/** A mentor as a card shows them. */
export const mentorCard = person.extend({
  /** First sentences of the bio. */
  about: z.string(),
  domains: z.array(domain),
  skills: z.array(z.string()),
  languages: z.array(lessonLanguage),
  rating,
  sessionsHeld: z.number().int().nonnegative(),
  isLive: z.boolean(),
  nextSession: z.object({ id, startsAt: instant }).nullable(),
});
export type MentorCard = z.infer<typeof mentorCard>;

/** What of a mentor's card changes from outside: pages put it wherever the mentor is shown. */
export const mentorFigures = person.extend({ rating, sessionsHeld: z.number().int().nonnegative() });
export type MentorFigures = z.infer<typeof mentorFigures>;

/** Best first: by rating (weighed by how many gave it), then by lessons held. */
export const mentorList = page.extend({
  /** Words of name, skills, domains or bio. */
  q: line(0, 80).optional(),
  domain: domain.optional(),
  language: lessonLanguage.optional(),
  ratingMin: z.coerce.number().min(1).max(5).optional(),
});
export type MentorList = z.infer<typeof mentorList>;
export const mentorPage = pageOf(mentorCard);

/** A mentor's public page (WEB-2). Their open sessions: `/api/sessions?mentor={id}`. */
export const mentor = mentorCard.extend({
  bio: z.string(),
  introVideoUrl: z.string().nullable(),
  since: instant,
});
export type Mentor = z.infer<typeof mentor>;

export const review = z.object({
  id,
  stars: z.number().int().min(1).max(5),
  comment: z.string(),
  createdAt: instant,
  /** First name only; empty when the person has deleted their account. */
  by: z.string(),
  sessionTitle: z.string(),
});
export type Review = z.infer<typeof review>;
export const reviewPage = pageOf(review);
