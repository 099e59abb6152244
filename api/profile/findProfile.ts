import type { Knex } from 'knex';
import { presentUser, Profile, ProfileTopic, User } from '../accounts/index.ts';
import { videoUrl } from '../contracts/files.ts';
import type { OwnProfile } from '../contracts/profile.ts';
import { domain } from '../contracts/teaching.ts';
import { found } from '../Refusal.ts';

/** A person's own profile. @throws Refusal `not_found` when the account is gone. */
export async function findProfile(knex: Knex, userId: string): Promise<OwnProfile> {
  const user = found(await User.query(knex).findById(userId));
  const profile = await Profile.query(knex).findById(userId);
  const topics = await ProfileTopic.query(knex).where({ userId }).orderBy('position');
  const titles = (kind: ProfileTopic['kind']) =>
    topics.filter((topic) => topic.kind === kind).map(({ title }) => title);
  return {
    ...presentUser(user),
    bio: profile?.bio ?? '',
    goals: profile?.goals ?? '',
    domains: domain.array().parse(titles('domain')),
    skills: titles('skill'),
    interests: titles('interest'),
    languages: profile?.languages ?? [],
    introVideoUrl: profile?.introVideoId ? videoUrl(profile.introVideoId) : null,
  };
}
