import { t } from '../lib/text.ts';
import { Button } from '../ui/Button.tsx';
import type { IconName } from '../ui/iconNames.ts';
import { setTheme, theme, type Theme } from './theme.ts';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const icons: Record<Theme, IconName> = { system: 'computer-desktop', light: 'sun', dark: 'moon' };
export const themeName = (about: Theme): string =>
  ({ system: t('shell.themeSystem'), light: t('shell.themeLight'), dark: t('shell.themeDark') })[about];

/** Goes round: as the system, light, dark. */
export function ThemeButton() {
  return (
    <Button variant="ghost" size="sm" icon={icons[theme()]} onClick={() => setTheme(next[theme()])}>
      <span class="sr-only">{t('shell.theme')}</span>
      {themeName(theme())}
    </Button>
  );
}
