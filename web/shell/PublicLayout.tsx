import { Suspense, type JSX } from 'solid-js';
import { t } from '../lib/text.ts';
import { Logo } from '../ui/Logo.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { PublicHeader } from './PublicHeader.tsx';
import { ThemeButton } from './ThemeButton.tsx';

/** Frame of the pages that need no log-in. */
export function PublicLayout(props: { children?: JSX.Element }) {
  return (
    <div class="public">
      <PublicHeader />
      <main id="main" tabindex="-1">
        <Suspense>{props.children}</Suspense>
      </main>
      <footer class="site-foot">
        <div class="wrap site-foot__in">
          <Logo />
          <span>{t('shell.footNote')}</span>
          <nav aria-label={t('shell.footer')}>
            <a href="/api/docs" link={false} target="_self">
              {t('shell.apiDocs')}
            </a>
          </nav>
          <div class="row push">
            <LanguageButton />
            <ThemeButton />
          </div>
        </div>
      </footer>
    </div>
  );
}
