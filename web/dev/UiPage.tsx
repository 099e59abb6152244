import { For, Match, Switch, type JSX } from 'solid-js';
import { useAppConfig } from '../lib/appConfig.ts';
import NotFoundPage from '../shell/NotFoundPage.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { ThemeButton } from '../shell/ThemeButton.tsx';
import { Logo, Spinner } from '../ui/index.ts';
import { t } from '../lib/text.ts';
import { Badges, Cards, Lists } from './CardsKit.tsx';
import { Buttons, Icons } from './ButtonsKit.tsx';
import { Feedback, OverThePage } from './FeedbackKit.tsx';
import { Choices, Fields } from './FieldsKit.tsx';
import { kit } from './kitText.ts';
import { Colours, Type } from './TokensKit.tsx';
import './kit.css';

const sections: { id: keyof typeof kit.sections; content: () => JSX.Element }[] = [
  { id: 'colours', content: Colours },
  { id: 'type', content: Type },
  { id: 'buttons', content: Buttons },
  { id: 'fields', content: Fields },
  { id: 'choices', content: Choices },
  { id: 'badges', content: Badges },
  { id: 'cards', content: Cards },
  { id: 'lists', content: Lists },
  { id: 'feedback', content: Feedback },
  { id: 'over', content: OverThePage },
  { id: 'icons', content: Icons },
];

/** The design system on one page; only where the API says that this is a demo. */
export default function UiPage() {
  const config = useAppConfig();
  return (
    <Switch fallback={<NotFoundPage />}>
      <Match when={config.isPending}>
        <div class="grid min-h-dvh place-items-center">
          <Spinner label={t('ui.loading')} />
        </div>
      </Match>
      <Match when={config.isSuccess && config.data.demo}>
        <Kit />
      </Match>
    </Switch>
  );
}

function Kit() {
  usePageTitle(() => kit.title);
  return (
    <>
      <header class="site-head">
        <div class="wrap site-head__in">
          <Logo />
          <div class="push">
            <ThemeButton />
          </div>
        </div>
      </header>
      <div class="wrap kit">
        <nav class="kit__nav" aria-label={kit.title}>
          <For each={sections}>
            {({ id }) => (
              <a href={`#${id}`} link={false} target="_self">
                {kit.sections[id]}
              </a>
            )}
          </For>
        </nav>
        <main class="kit__main" id="main" tabindex="-1">
          <header>
            <h1 class="h-page">{kit.title}</h1>
            <p class="muted">{kit.lead}</p>
          </header>
          <For each={sections}>
            {(section) => (
              <section class="kit__section" id={section.id} aria-labelledby={`${section.id}-title`}>
                <h2 class="h-section" id={`${section.id}-title`}>
                  {kit.sections[section.id]}
                </h2>
                {section.content()}
              </section>
            )}
          </For>
        </main>
      </div>
    </>
  );
}
