import { For } from 'solid-js';
import { t } from '../lib/text.ts';

type TopicBeadsProps = {
  count: number;
  covered?: number;
  /** Index of the topic that is on now. */ now?: number;
};

/** One bead a topic, from the card to the replay: hollow, orange bar (now), green (covered). */
export function TopicBeads(props: TopicBeadsProps) {
  const covered = () => props.covered ?? 0;
  return (
    <span
      class="beads"
      role="img"
      aria-label={t('ui.topicsCovered', { covered: covered(), count: props.count })}
    >
      <For each={Array.from({ length: Math.min(props.count, 12) })}>
        {(_, index) => (
          <i classList={{ on: index() < covered(), now: index() === props.now && index() >= covered() }} />
        )}
      </For>
      <span class="beads__n">{t('ui.topics', { count: props.count })}</span>
    </span>
  );
}
