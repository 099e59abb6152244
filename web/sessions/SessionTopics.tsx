import '../room/topics/topics.css';
import { For, Show } from 'solid-js';
import { formatLength } from '../room/lessonClock.ts';
import { TopicProgress } from '../room/topics/TopicProgress.tsx';
import { t } from '../text/topics.ts';
import { Icon } from '../ui/Icon.tsx';
import { useCoveredTopics } from './queries.ts';

/** After the lesson: what of its checklist was covered, and when (ROOM-10, ROOM-17). */
export default function SessionTopics(props: { sessionId: string }) {
  const topics = useCoveredTopics(() => props.sessionId);
  const items = () => (topics.isSuccess ? topics.data.items : []);
  const done = () => items().filter(({ covered }) => covered).length;
  return (
    <>
      <Show when={topics.isError}>
        <p class="muted">{t('topics.kept.failed')}</p>
      </Show>
      <Show when={items().length > 0}>
        <section class="stack stack--3" aria-labelledby="session-topics">
          <h2 class="h-section" id="session-topics">
            {t('topics.kept.title')}{' '}
            <span class="muted num">{t('topics.progress', { done: done(), count: items().length })}</span>
          </h2>
          <div class="card session-topics">
            <TopicProgress done={done()} count={items().length} />
            <ul class="topics">
              <For each={items()}>
                {(topic) => (
                  <li class="topics__row" classList={{ 'topics__row--done': topic.covered !== null }}>
                    <span class="topics__line">
                      <span class="topics__box" aria-hidden="true">
                        <Show when={topic.covered}>
                          <Icon name="check" size={16} />
                        </Show>
                      </span>
                      <span class="grow wrap-anywhere">{topic.title}</span>
                      <Show
                        when={topic.covered}
                        fallback={<span class="sr-only">{t('topics.kept.notCovered')}</span>}
                      >
                        {(covered) => (
                          <span class="caption num">
                            <span class="sr-only">{t('topics.coveredAt')} </span>
                            {formatLength(covered().clockMs)}
                          </span>
                        )}
                      </Show>
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </div>
          <p class="muted">{t('topics.kept.text')}</p>
        </section>
      </Show>
    </>
  );
}
