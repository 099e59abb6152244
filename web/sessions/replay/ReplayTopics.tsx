import '../../room/topics/topics.css';
import { For, Show, createUniqueId } from 'solid-js';
import type { CoveredTopics } from '../../../api/contracts/topicMarks.ts';
import { formatLength } from '../../room/lessonClock.ts';
import { t } from '../../text/recording.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCoveredTopics } from '../queries.ts';
import type { ReplayClock } from './replayClock.ts';

type Topic = CoveredTopics['items'][number];

/** The checklist as it was at the moment that is played; a topic leads to when it was ticked. */
export function ReplayTopics(props: ReplayClock & { sessionId: string }) {
  const topics = useCoveredTopics(() => props.sessionId);
  const items = () => (topics.isSuccess ? topics.data.items : []);
  const title = createUniqueId();
  return (
    <Show when={items().length > 0}>
      <section class="replay__part" aria-labelledby={title}>
        <h3 class="h-card" id={title}>
          {t('recording.replay.topics')}
        </h3>
        <ul class="topics replay__scroll">
          <For each={items()}>{(topic) => <TopicRow {...props} topic={topic} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function TopicRow(props: ReplayClock & { topic: Topic }) {
  const ticked = () => props.topic.covered?.at;
  const isDone = () => {
    const at = ticked();
    return at !== undefined && Date.parse(at) <= props.moment();
  };
  const words = () => (
    <>
      <span class="topics__box" aria-hidden="true">
        <Show when={isDone()}>
          <Icon name="check" size={16} />
        </Show>
      </span>
      <span class="grow wrap-anywhere">{props.topic.title}</span>
    </>
  );
  return (
    <li class="topics__row" classList={{ 'topics__row--done': isDone() }}>
      <Show when={ticked()} fallback={<span class="topics__line">{words()}</span>}>
        {(at) => (
          <button
            type="button"
            class="topics__line replay__topic"
            onClick={() => props.onSeek(props.placeOf(at()))}
          >
            {words()}
            <Show when={isDone()}>
              <span class="sr-only">{t('recording.replay.covered')}</span>
            </Show>
            <span class="caption num">{formatLength(props.placeOf(at()))}</span>
          </button>
        )}
      </Show>
    </li>
  );
}
