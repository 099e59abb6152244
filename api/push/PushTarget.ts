import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './publicAddress.ts';

/** Where a push must not go: it would let a browser of anybody's choose what we call. */
export class ForbiddenTarget extends Error {
  override name = 'ForbiddenTarget';
}

const loopback = ['127.0.0.1', '::1'];

/**
 * Which push services may be called: by https and on the public network only. The address is judged when it is
 * connected to, so that a name which leads elsewhere the next moment gains nothing.
 * @param allowLoopback setting PUSH_ALLOW_LOOPBACK: also http to this machine, for tests
 */
export function createPushTarget(allowLoopback: boolean) {
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (allowLoopback && loopback.includes(address));

  /** @throws ForbiddenTarget when one of a name's addresses is not public. */
  function refuseAll(hostname: string, addresses: LookupAddress[]): void {
    if (!addresses.every(({ address }) => isAllowed(address)))
      throw new ForbiddenTarget(`${hostname} is not on the public network`);
  }

  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      try {
        if (error) throw error;
        refuseAll(hostname, addresses);
        const [first] = addresses;
        if (options.all || !first) done(null, addresses);
        else done(null, first.address, first.family);
      } catch (reason) {
        done(reason as NodeJS.ErrnoException, '', 0);
      }
    });
  };

  return {
    refuseAll,
    /** For a connection: gives addresses that may be called. */
    lookup,
    /** What can be said of an endpoint without asking for its name's address. @throws ForbiddenTarget */
    refuse(endpoint: string): URL {
      const url = new URL(endpoint);
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const isOwn = allowLoopback && (loopback.includes(host) || host === 'localhost');
      if (url.protocol !== 'https:' && !(isOwn && url.protocol === 'http:'))
        throw new ForbiddenTarget('is not https');
      if (url.username || url.password) throw new ForbiddenTarget('carries a password');
      if (isIP(host) !== 0 && !isAllowed(host)) throw new ForbiddenTarget('is not on the public network');
      return url;
    },
  };
}
export type PushTarget = ReturnType<typeof createPushTarget>;
