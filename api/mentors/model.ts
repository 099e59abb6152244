import { Model, type QueryBuilder } from 'objection';
import { Profile, ProfileTopic, User } from '../accounts/index.ts';
import { MentorFigures } from '../catalogue/index.ts';

/** A mentor by their public side: figures first, as the list of the best is ordered by them. */
export class Mentor extends MentorFigures {
  declare user: User;
  declare profile?: Profile | null;
  declare topics: ProfileTopic[];
  /** Of the list's query, see `readMentors`. */
  declare isLive: number | boolean;
  declare nextId: string | null;
  declare nextStartsAt: string | null;

  static override relationMappings = () => ({
    user: {
      relation: Model.BelongsToOneRelation,
      modelClass: User,
      join: { from: 'mentor_figures.mentor_id', to: 'users.id' },
    },
    profile: {
      relation: Model.BelongsToOneRelation,
      modelClass: Profile,
      join: { from: 'mentor_figures.mentor_id', to: 'profiles.user_id' },
    },
    topics: {
      relation: Model.HasManyRelation,
      modelClass: ProfileTopic,
      modify: (query: QueryBuilder<ProfileTopic>) => query.orderBy('position'),
      join: { from: 'mentor_figures.mentor_id', to: 'profile_topics.user_id' },
    },
  });
}
