import { useCurrentMatches, type RouteMatch } from '@solidjs/router';
import { QueryClientProvider, type QueryClient } from '@tanstack/solid-query';
import { Show, type JSX } from 'solid-js';
import { t } from '../lib/text.ts';

type FrameProps = {
  client: QueryClient;
  children?: JSX.Element;
  /** Told which route was found. @returns whether it is drawn */
  onRoute: (pattern: string | undefined) => boolean;
};

/** The whole pattern: a dashboard's own "/" is not the landing page's. */
function patternOf(matches: RouteMatch[]): string | undefined {
  const pattern = matches.at(-1)?.route.pattern;
  return pattern === '' ? '/' : pattern?.replace(/^\/?\*.*$/u, '*');
}

/** What App.tsx puts around every page, as far as it can be seen. */
export function Frame(props: FrameProps) {
  const matches = useCurrentMatches();
  return (
    <Show when={props.onRoute(patternOf(matches()))}>
      <QueryClientProvider client={props.client}>
        <a class="skip" href="#main">
          {t('shell.skip')}
        </a>
        <div class="connection" role="status" />
        {props.children}
        <section aria-label={t('ui.messages')}>
          <ol class="toasts" aria-live="polite" aria-relevant="additions" />
        </section>
      </QueryClientProvider>
    </Show>
  );
}
