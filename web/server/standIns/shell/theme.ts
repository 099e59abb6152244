import type { Theme } from '../../../shell/theme.ts';

/** Known to the browser only; public/theme.js sets it before the first paint. */
export const theme = (): Theme => 'system';
export const setTheme = (): void => undefined;
