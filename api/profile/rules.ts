import type { Role } from '../contracts/accounts.ts';
import { type ChangeProfile, changeProfile } from '../contracts/profile.ts';
import { bioMinLength } from '../contracts/signUp.ts';

type Field = keyof ChangeProfile;
const everyone: Field[] = ['name'];
const fieldsOf: Record<Role, Field[]> = {
  learner: [...everyone, 'bio', 'interests', 'goals'],
  mentor: [...everyone, 'bio', 'domains', 'skills', 'languages'],
  admin: everyone,
};

/** Fields that a person of this role does not have. */
export function foreignFields(role: Role, change: ChangeProfile): Field[] {
  const own = fieldsOf[role];
  return changeProfile.keyof().options.filter((field) => change[field] !== undefined && !own.includes(field));
}

/** A mentor is chosen by their bio; a learner may leave theirs empty. */
export const isBioTooShort = (role: Role, bio: string | undefined): boolean =>
  role === 'mentor' && bio !== undefined && bio.length < bioMinLength;
