import type { Services } from '../Services.ts';
import { type Caller, verifyAccessToken } from './accessToken.ts';
import { User } from './model.ts';

/** Whose token this is; null when it is not good, also of an account that was deleted since it was given out. */
export async function findCaller(
  { knex, settings, now }: Pick<Services, 'knex' | 'settings' | 'now'>,
  token: string,
): Promise<Caller | null> {
  const caller = await verifyAccessToken(settings.tokens, token, now());
  const gone =
    caller && (await User.query(knex).findById(caller.userId).whereNotNull('deleted_at').select('id'));
  return gone ? null : caller;
}
