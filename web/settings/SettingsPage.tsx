import { A, Navigate, useParams } from '@solidjs/router';
import { For, Show, Suspense, createEffect } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { credentials } from '../lib/credentials.ts';
import { homeOf } from '../shell/homeOf.ts';
import { usePageTitle } from '../shell/pageTitle.ts';
import { t } from '../text/settings.ts';
import { Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { sectionsFor } from './sections.ts';
import './settings.css';

/** `/dashboard/{role}/settings/{section}`: profile and settings (WEB-6); the first section without one. */
export default function SettingsPage() {
  const params = useParams<{ section?: string }>();
  const role = () => credentials.user()?.role ?? 'learner';
  const sections = () => sectionsFor(role());
  const current = () => sections().find(({ path }) => path === (params.section ?? sections()[0]?.path));
  const isCurrent = (section: { path: string }) => section.path === current()?.path;
  const addressOf = (path: string) => `${homeOf(role())}/settings/${path}`;
  usePageTitle(() => current()?.label() ?? t('settings.title'));
  return (
    <>
      <header class="page-head">
        <h1 class="h-page">{t('settings.title')}</h1>
      </header>
      <div class="settings">
        <nav class="settings__nav" aria-label={t('settings.sections')}>
          <For each={sections()}>
            {(section) => (
              <A
                ref={(link) => createEffect(() => isCurrent(section) && show(link))}
                href={addressOf(section.path)}
                class="settings__link"
                aria-current={isCurrent(section) ? 'page' : undefined}
              >
                <Icon name={section.icon} size={20} />
                {section.label()}
              </A>
            )}
          </For>
        </nav>
        <div class="settings__section">
          <Show when={current()} fallback={<Navigate href={addressOf('profile')} />}>
            {(section) => (
              <Suspense fallback={<Skeleton class="h-64" />}>
                <For each={section().parts}>{(part) => <Dynamic component={part} />}</For>
              </Suspense>
            )}
          </Show>
        </div>
      </div>
    </>
  );
}

/** On phones the sections stand in a row that scrolls sideways. */
function show(link: HTMLElement): void {
  queueMicrotask(() => link.scrollIntoView({ block: 'nearest', inline: 'center' }));
}
