import type { Person, User as UserView } from '../contracts/accounts.ts';
import type { User } from './model.ts';

/** What a person sees of their own account. */
export const presentUser = ({ id, role, name, email }: User): UserView => ({ id, role, name, email });

/** What anyone may know of a person. */
export const presentPerson = ({ id, role, name }: User): Person => ({ id, role, name });
