import { createSignal } from 'solid-js';

export type Theme = 'light' | 'dark' | 'system';
/** Read again by public/theme.js before the next page's first paint. */
const key = 'peerlearn.theme';

const stored = localStorage.getItem(key);
const [theme, setSignal] = createSignal<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system');
export { theme };

export function setTheme(chosen: Theme): void {
  setSignal(chosen);
  if (chosen === 'system') {
    localStorage.removeItem(key);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(key, chosen);
    document.documentElement.dataset.theme = chosen;
  }
}
