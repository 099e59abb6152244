import './topics.css';
import '../people/people.css';
import { For, Match, Show, Switch, onCleanup, onMount } from 'solid-js';
import { t } from '../../text/topics.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { AddTopic } from './AddTopic.tsx';
import type { Topics } from './createTopics.ts';
import { TopicProgress } from './TopicProgress.tsx';
import { TopicRow } from './TopicRow.tsx';

type PanelProps = { topics: Topics; onClose: () => void };

/** The lesson's checklist, which the mentor ticks and everybody sees (ROOM-10). */
export function TopicsPanel(props: PanelProps) {
  const topics = () => props.topics;
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    const before = document.activeElement;
    heading?.focus();
    onCleanup(() => before instanceof HTMLElement && before.isConnected && before.focus());
  });
  return (
    <aside
      class="room-panel topics-panel"
      aria-labelledby="topics-heading"
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && props.onClose()}
    >
      <header class="room-panel__head">
        <h2 class="h-card" id="topics-heading" tabindex="-1" ref={(element) => (heading = element)}>
          {t('topics.title')}
        </h2>
        <span class="muted num grow">
          {t('topics.progress', { done: topics().done(), count: topics().list().length })}
        </span>
        <IconButton icon="x-mark" size="sm" label={t('topics.close')} onClick={() => props.onClose()} />
      </header>
      <TopicProgress done={topics().done()} count={topics().list().length} />
      <div class="topics-scroll">
        <Switch>
          <Match when={topics().state() === 'failed'}>
            <div class="topics__failed">
              <p>{t('topics.failed')}</p>
              <Button size="sm" onClick={() => topics().reload()}>
                {t('topics.retry')}
              </Button>
            </div>
          </Match>
          <Match when={true}>
            <ul class="topics" aria-labelledby="topics-heading" aria-busy={topics().state() === 'loading'}>
              <For
                each={topics()
                  .list()
                  .map(({ ref }) => ref)}
              >
                {(ref) => (
                  <Show
                    when={topics()
                      .list()
                      .find((topic) => topic.ref === ref)}
                  >
                    {(topic) => (
                      <TopicRow
                        topic={topic()}
                        isMentor={topics().isMentor}
                        onToggle={() => topics().toggle(topic())}
                        onRetry={(clientId) => topics().retry(clientId)}
                        onDiscard={(clientId) => topics().discard(clientId)}
                      />
                    )}
                  </Show>
                )}
              </For>
            </ul>
          </Match>
        </Switch>
      </div>
      <Show when={topics().isMentor} fallback={<p class="topics__note caption">{t('topics.byMentor')}</p>}>
        <AddTopic canAdd={topics().canAdd()} onAdd={(title) => topics().add(title)} />
      </Show>
    </aside>
  );
}
