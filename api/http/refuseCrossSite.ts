import type { Context } from 'koa';
import { Refusal } from '../Refusal.ts';

/**
 * For calls that a cookie authenticates, or that set it (all of /api/auth): refuses those that another site's page made (CSRF). Browsers say where a
 * call comes from in Sec-Fetch-Site (W3C Fetch Metadata), older ones in Origin; programs send neither.
 * @throws Refusal `forbidden`
 */
export function refuseCrossSite(context: Context): void {
  const site = context.get('Sec-Fetch-Site');
  const origin = context.get('Origin');
  if (site ? site === 'same-origin' : !origin || hostOf(origin) === context.host) return;
  throw new Refusal('forbidden');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
