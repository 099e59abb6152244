import { t } from '../../text/topics.ts';

/** A bar that says how many of the topics are covered. */
export function TopicProgress(props: { done: number; count: number }) {
  return (
    <div
      class="topics__progress"
      role="img"
      aria-label={t('topics.progressOf', { done: props.done, count: props.count })}
    >
      <i style={{ width: `${props.count === 0 ? 0 : (props.done / props.count) * 100}%` }} />
    </div>
  );
}
