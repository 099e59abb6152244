import { once } from 'node:events';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { RequestDetails } from 'web-push';
import type { PushTarget } from './PushTarget.ts';

const timeoutMs = 10_000;

/**
 * Hands a sealed message to a browser's push service (RFC 8030). No redirect is followed, and of the answer only its
 * status is read.
 * @returns the status
 * @throws ForbiddenTarget; Error when it was not reached within 10 s
 */
export async function postToPushService(
  { endpoint, method, headers, body }: RequestDetails,
  target: PushTarget,
  signal: AbortSignal | undefined,
): Promise<number> {
  const url = target.refuse(endpoint);
  const request = url.protocol === 'http:' ? requestHttp : requestHttps;
  const limit = AbortSignal.timeout(timeoutMs);
  const call = request(url, {
    ...{ method, headers, lookup: target.lookup },
    agent: false,
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
  call.end(body);
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  answer.on('error', () => undefined).destroy();
  return answer.statusCode ?? 0;
}
