import { createHmac } from 'node:crypto';
import type { IceServers } from '../../media/contracts/iceServers.ts';
import type { Services } from '../Services.ts';

type Bearer = { userId: string; until: Date };

/**
 * What lets one person relay through TURN until a time (ROOM-19): the user name is the expiry in seconds since the
 * epoch and who they are, the password its HMAC-SHA1 under the secret shared with the server
 * (draft-uberti-behave-turn-rest-00, coturn's `use-auth-secret`).
 * @param until at most; the settings may shorten it
 * @returns nothing when there is no TURN server
 */
export function turnCredentials(
  { urls, secret, credentialSeconds }: Services['settings']['turn'],
  { userId, until }: Bearer,
  now: Date,
): IceServers {
  if (!secret || urls.length === 0) return [];
  const longestMs = now.getTime() + credentialSeconds * 1000;
  const expiresAt = Math.floor(Math.min(until.getTime(), longestMs) / 1000);
  const username = `${expiresAt}:${userId}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return [{ urls, username, credential }];
}
