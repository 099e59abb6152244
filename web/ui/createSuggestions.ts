import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import type { TopicSuggestion } from '../../api/contracts/topics.ts';

export type Suggest = (typed: string, signal: AbortSignal) => Promise<TopicSuggestion[]>;

/** So that a word typed quickly is asked for once. */
const pauseMs = 150;

/**
 * Suggestions for what is typed. Until the answer is there, those of the last word stay as far as they still fit;
 * without a connection there are none.
 */
export function createSuggestions(typed: Accessor<string>, suggest: Suggest): Accessor<TopicSuggestion[]> {
  const [found, setFound] = createSignal<{ word: string; items: TopicSuggestion[] }>({ word: '', items: [] });
  const word = createMemo(() => typed().trim().toLowerCase());
  createEffect(
    on(word, (asked) => {
      if (asked === '') return void setFound({ word: '', items: [] });
      const newer = new AbortController();
      const take = (items: TopicSuggestion[]) => newer.signal.aborted || setFound({ word: asked, items });
      const timer = setTimeout(() => {
        suggest(asked, newer.signal).then(take, () => take([]));
      }, pauseMs);
      onCleanup(() => {
        clearTimeout(timer);
        newer.abort();
      });
    }),
  );
  return createMemo(() => {
    const { word: answered, items } = found();
    return answered === word() ? items : items.filter(({ title }) => title.toLowerCase().includes(word()));
  });
}
