import { useSearchParams } from '@solidjs/router';
import { For, Match, Show, Switch, createSignal } from 'solid-js';
import { t } from '../lib/text.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SessionCard, SessionCardSkeleton } from '../ui/SessionCard.tsx';
import { useSessions } from './queries.ts';

export default function SessionsPage() {
  usePageTitle(() => t('sessionList.title'));
  const [search, setSearch] = useSearchParams<{ topic?: string }>();
  const topic = () => search.topic ?? '';
  const sessions = useSessions(
    () => 'open',
    () => topic(),
  );
  const items = () => (sessions.isPending ? [] : (sessions.data?.pages.flatMap((page) => page.items) ?? []));
  return (
    <div class="wrap pt-8 pb-12">
      <header class="page-head">
        <div class="page-head__text">
          <h1 class="h-page">{t('sessionList.title')}</h1>
          <p class="muted" aria-live="polite">
            {topic() ? t('sessionList.showing', { topic: topic() }) : t('sessionList.lead')}
          </p>
        </div>
        <TopicFinder topic={topic()} onTopic={(wanted) => setSearch({ topic: wanted || undefined })} />
      </header>
      <Show when={sessions.isError}>
        <ListFailed stale={items().length > 0} onRetry={() => void sessions.refetch()}>
          {t('sessionList.failed')}
        </ListFailed>
      </Show>
      <Switch>
        <Match when={sessions.isPending}>
          <div class="card-grid" role="status" aria-label={t('ui.loading')}>
            <For each={Array.from({ length: 8 })}>{() => <SessionCardSkeleton />}</For>
          </div>
        </Match>
        <Match when={items().length > 0}>
          <h2 class="sr-only">{t('sessionList.results')}</h2>
          <div class="card-grid">
            <For each={items()}>{(session) => <SessionCard session={session} />}</For>
          </div>
          <Show when={sessions.hasNextPage}>
            <div class="mt-8 grid justify-items-center">
              <Button
                busy={sessions.isFetchingNextPage}
                busyText={t('sessionList.loadingMore')}
                onClick={() => void sessions.fetchNextPage()}
              >
                {t('sessionList.more')}
              </Button>
            </div>
          </Show>
        </Match>
        <Match when={sessions.isSuccess}>
          <div class="card">
            <NoSessions topic={topic()} onAll={() => setSearch({ topic: undefined })} />
          </div>
        </Match>
      </Switch>
    </div>
  );
}

function NoSessions(props: { topic: string; onAll: () => void }) {
  return (
    <Show
      when={props.topic}
      fallback={<EmptyState title={t('sessionList.emptyTitle')} text={t('sessionList.emptyText')} />}
    >
      <EmptyState
        art="road"
        title={t('sessionList.emptyTopicTitle', { topic: props.topic })}
        text={t('sessionList.emptyTopicText')}
        action={<Button onClick={() => props.onAll()}>{t('sessionList.clear')}</Button>}
      />
    </Show>
  );
}

/** The one filter that the API has. */
function TopicFinder(props: { topic: string; onTopic: (topic: string) => void }) {
  // Typed text is taken over on submit only; a new address (Back) shows its own topic again.
  const [typed, setTyped] = createSignal<string>();
  return (
    <form
      class="topic-finder"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        props.onTopic((typed() ?? props.topic).trim());
        setTyped(undefined);
      }}
    >
      <div class="input-icon grow">
        <Icon name="magnifying-glass" />
        <input
          class="input"
          type="search"
          maxLength={80}
          aria-label={t('sessionList.topic')}
          placeholder={t('sessionList.topicPlaceholder')}
          value={typed() ?? props.topic}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <Button type="submit">{t('sessionList.find')}</Button>
      <Show when={props.topic}>
        <Button variant="ghost" onClick={() => props.onTopic('')}>
          {t('sessionList.clear')}
        </Button>
      </Show>
    </form>
  );
}
