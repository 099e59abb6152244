import { plannedRef, type TopicAct, type TopicChange } from './topics.ts';

/** One line of the checklist. */
export interface ListedTopic {
  ref: string;
  title: string;
  /** When it was ticked; null while it is not covered. */
  covered: { at: string; clockMs: number } | null;
}

type Moment = { at: string; clockMs: number };

/** The checklist before anything was done with it. */
export const plannedTopics = (titles: readonly string[]): ListedTopic[] =>
  titles.map((title, place) => ({ ref: plannedRef(place), title, covered: null }));

/**
 * The list after one act. What cannot be done, or is done already, changes nothing: who ticks a topic twice has ticked it
 * the first time.
 */
export function applyTopicAct(list: ListedTopic[], did: TopicAct, { at, clockMs }: Moment): ListedTopic[] {
  const known = list.find(({ ref }) => ref === did.topic);
  if (did.act === 'add') return known ? list : [...list, { ref: did.topic, title: did.title, covered: null }];
  const covered = did.act === 'tick' ? { at, clockMs } : null;
  if (!known || (known.covered === null) === (covered === null)) return list;
  return list.map((topic) => (topic === known ? { ...topic, covered } : topic));
}

/** The checklist as the room's changes, in their order, left it. */
export function listTopics(titles: readonly string[], changes: Iterable<TopicChange>): ListedTopic[] {
  let list = plannedTopics(titles);
  for (const change of changes) list = applyTopicAct(list, change.did, change);
  return list;
}
