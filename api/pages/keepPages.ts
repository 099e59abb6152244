import { createHash } from 'node:crypto';
import { putNewest } from '../http/putNewest.ts';

/** A page as it is sent. */
export interface KeptPage {
  status: 200 | 404;
  body: Buffer;
  etag: string;
}

interface Kept<Page> {
  page: Promise<Page | null>;
  freshUntil: number;
  /** Counted before it was made. */
  changesSeen: number;
  /** Being made anew while this one is still sent. */
  renewing: boolean;
}

interface KeepOptions {
  freshMs: number;
  /** How long after that a page may still be sent, while a new one is made. */
  staleMs: number;
  most: number;
  /** Counts what makes kept pages wrong: one made before the last change is not sent. */
  changes?: () => number;
}

/**
 * Keeps made pages for a moment: those who ask together get one page, and who comes a little later does not wait for
 * the next, unless something has changed. The one asked for longest ago makes way. Failures are not kept.
 */
export function keepPages<Page>({ freshMs, staleMs, most, changes = () => 0 }: KeepOptions) {
  const pages = new Map<string, Kept<Page>>();

  function make(key: string, load: () => Promise<Page | null>): Promise<Page | null> {
    const changesSeen = changes();
    const page = load();
    const kept: Kept<Page> = { page, freshUntil: Date.now() + freshMs, changesSeen, renewing: false };
    putNewest(pages, key, kept, most);
    page.catch(() => pages.get(key) === kept && pages.delete(key));
    return page;
  }

  function renew(key: string, kept: Kept<Page>, load: () => Promise<Page | null>) {
    if (kept.renewing) return;
    kept.renewing = true;
    const changesSeen = changes();
    const isThere = () => pages.get(key) === kept;
    load().then(
      (made) => {
        const page = Promise.resolve(made);
        const freshUntil = Date.now() + freshMs;
        // After a change a newer one may have been made meanwhile.
        if (isThere()) putNewest(pages, key, { page, freshUntil, changesSeen, renewing: false }, most);
      },
      () => isThere() && pages.delete(key),
    );
  }

  return (key: string, load: () => Promise<Page | null>): Promise<Page | null> => {
    const kept = pages.get(key);
    const age = kept && Date.now() - kept.freshUntil;
    if (!kept || age === undefined || age > staleMs || kept.changesSeen !== changes()) return make(key, load);
    if (age > 0) renew(key, kept, load);
    return kept.page;
  };
}

/** Weak: the bytes that are sent depend on the encoding, what they say does not (RFC 9110, 8.8.3). */
export const etagOf = (body: Buffer): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
