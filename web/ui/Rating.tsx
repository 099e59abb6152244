import { For, Show } from 'solid-js';
import type { Rating as RatingFigures } from '../../api/contracts/teaching.ts';
import { formatNumber } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { formatRating } from './formatRating.ts';
import { Icon } from './Icon.tsx';

/** A star, the figure and how many gave it; a word where there is none yet. */
export function Rating(props: { rating: RatingFigures }) {
  return (
    <Show
      when={props.rating.average}
      fallback={
        <span class="rating rating--none">
          <span aria-hidden="true">{t('rating.none')}</span>
          <span class="sr-only">{t('rating.noneSaid')}</span>
        </span>
      }
    >
      {(average) => (
        <span class="rating">
          <Icon name="star" />
          <span aria-hidden="true">
            {formatRating(average())} <span class="rating__n">({formatNumber(props.rating.count)})</span>
          </span>
          <span class="sr-only">
            {t('rating.said', { average: formatRating(average()), count: props.rating.count })}
          </span>
        </span>
      )}
    </Show>
  );
}

const outOf = [1, 2, 3, 4, 5];

/** What one person gave. */
export function Stars(props: { count: number }) {
  return (
    <span class="stars" role="img" aria-label={t('rating.stars', { count: props.count })}>
      <For each={outOf}>{(star) => <Icon name="star" class={star > props.count ? 'off' : ''} />}</For>
    </span>
  );
}
