import type { Knex } from 'knex';
import { type Caller, presentPerson, Profile, ProfileTopic, User } from '../accounts/index.ts';
import type { ChangeProfile, OwnProfile } from '../contracts/profile.ts';
import { bioMinLength } from '../contracts/signUp.ts';
import { mentorChanged } from '../catalogue/index.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { findProfile } from './findProfile.ts';
import { foreignFields, isBioTooShort } from './rules.ts';

/**
 * Changes what is named and leaves the rest as it is (WEB-6). What a mentor changes shows on their page and cards at
 * once.
 * @throws Refusal `invalid` naming each field that this role does not have.
 */
export async function changeProfile(
  { knex }: Services,
  me: Caller,
  change: ChangeProfile,
): Promise<OwnProfile> {
  const foreign = foreignFields(me.role, change);
  if (foreign.length > 0) refuse(foreign.map((field) => ({ field, message: 'is not part of this profile' })));
  if (isBioTooShort(me.role, change.bio))
    refuse([{ field: 'bio', message: `must have at least ${bioMinLength} characters` }]);
  return knex.transaction(async (trx) => {
    const user = found(await User.query(trx).findById(me.userId).whereNull('deleted_at').forUpdate());
    if (change.name) await user.$query(trx).patch({ name: change.name });
    await changeWords(trx, me.userId, change);
    await changeTopics(trx, me.userId, change);
    await mentorChanged(trx, presentPerson(user));
    return findProfile(trx, me.userId);
  });
}

async function changeWords(trx: Knex, userId: string, { bio, goals, languages }: ChangeProfile) {
  const words = {
    ...(bio !== undefined && { bio }),
    ...(goals !== undefined && { goals }),
    ...(languages && { languages }),
  };
  if (Object.keys(words).length === 0) return;
  // Accounts that the operator or the demo made have no profile yet.
  await Profile.query(trx).insert({ userId, bio: '', goals: '' }).onConflict('user_id').ignore();
  await Profile.query(trx).findById(userId).patch(words);
}

async function changeTopics(trx: Knex, userId: string, change: ChangeProfile) {
  const lists = { domain: change.domains, skill: change.skills, interest: change.interests } as const;
  for (const kind of ['domain', 'skill', 'interest'] as const) {
    const titles = lists[kind];
    if (!titles) continue;
    await ProfileTopic.query(trx).delete().where({ userId, kind });
    for (const [position, title] of titles.entries())
      await ProfileTopic.query(trx).insert({ userId, kind, position, title, key: title.toLowerCase() });
  }
}

function refuse(fields: { field: string; message: string }[]): never {
  throw new Refusal('invalid', { fields });
}
