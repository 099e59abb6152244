import type { Topics } from './createTopics.ts';

/** Tells screen readers what the mentor did with the checklist, whether the panel is open or not. */
export function SpokenTopics(props: { topics: Topics }) {
  return (
    <p class="sr-only" role="status">
      {props.topics.spoken()}
    </p>
  );
}
