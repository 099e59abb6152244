import Bowser from 'bowser';
import type { OwnLogIn, Person, User as UserView } from '../contracts/accounts.ts';
import { pictureUrl } from '../contracts/files.ts';
import type { LogInRow, User } from './model.ts';

/** What a person sees of their own account. */
export const presentUser = (user: User): UserView => {
  const { id, role, name, email, locale, timeZone } = user;
  return { id, role, name, email, locale, timeZone, pictureUrl: pictureOf(user) };
};

/** What anyone may know of a person. */
export const presentPerson = (user: User): Person => {
  const { id, role, name } = user;
  return { id, role, name, pictureUrl: pictureOf(user) };
};

const pictureOf = ({ pictureId }: User) => (pictureId ? pictureUrl(pictureId) : null);

export function presentLogIn(row: LogInRow, thisId: string | undefined): OwnLogIn {
  const { id, createdAt, lastUsedAt } = row;
  return { id, ...programsOf(row.userAgent), createdAt, lastUsedAt, isThis: id === thisId };
}

/** Names of browser and system; Bowser gives '' for those that it does not know, and throws without a name. */
export function programsOf(userAgent: string): Pick<OwnLogIn, 'browser' | 'system'> {
  if (userAgent === '') return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  const orNull = (name = '') => (name === '' ? null : name);
  return { browser: orNull(browser.name), system: orNull(os.name) };
}
