import { locale } from '../../lib/locale.ts';
import { theme } from '../../shell/theme.ts';
import { createMedia } from '../layout/createMedia.ts';
import type { Look } from './canvas/canvasProps.ts';

/** How a board looks to this person now. */
export function createLook(readOnly: () => boolean): () => Look {
  const dark = createMedia('(prefers-color-scheme: dark)');
  return () => ({
    locale: locale(),
    theme: theme() === 'dark' || (theme() === 'system' && dark()) ? 'dark' : 'light',
    readOnly: readOnly(),
  });
}
