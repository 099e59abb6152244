import { domain } from '../../api/contracts/teaching.ts';
import { t } from '../lib/text.ts';

/** A field of teaching in the reader's language; a mentor's own word for one as they wrote it. */
export function domainName(written: string): string {
  const known = domain.safeParse(written);
  return known.success ? t(`domains.${known.data}`) : written;
}
