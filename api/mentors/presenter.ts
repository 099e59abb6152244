import { presentPerson } from '../accounts/index.ts';
import { presentRating } from '../catalogue/index.ts';
import { videoUrl } from '../contracts/files.ts';
import type { Mentor as MentorView, MentorCard } from '../contracts/mentors.ts';
import { domain } from '../contracts/teaching.ts';
import type { Mentor } from './model.ts';
import { aboutOf } from './rules.ts';

/** A mentor (as `readMentors` reads them) as a card shows them. */
export function presentMentorCard(mentor: Mentor): MentorCard {
  const { profile, topics, nextId, nextStartsAt } = mentor;
  const titles = (kind: 'domain' | 'skill') =>
    topics.filter((topic) => topic.kind === kind).map((topic) => topic.title);
  return {
    ...presentPerson(mentor.user),
    about: aboutOf(profile?.bio ?? ''),
    domains: titles('domain').filter((title) => domain.safeParse(title).success) as MentorCard['domains'],
    skills: titles('skill'),
    languages: profile?.languages ?? [],
    rating: presentRating(mentor),
    sessionsHeld: mentor.sessionsHeld,
    // SQLite has no booleans.
    isLive: Boolean(mentor.isLive),
    nextSession: nextId && nextStartsAt ? { id: nextId, startsAt: nextStartsAt } : null,
  };
}

export function presentMentor(mentor: Mentor): MentorView {
  const { profile, user } = mentor;
  return {
    ...presentMentorCard(mentor),
    bio: profile?.bio ?? '',
    introVideoUrl: profile?.introVideoId ? videoUrl(profile.introVideoId) : null,
    since: user.createdAt,
  };
}
