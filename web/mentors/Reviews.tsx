import { For, Show } from 'solid-js';
import type { Rating as RatingFigures } from '../../api/contracts/teaching.ts';
import { now } from '../lib/clock.ts';
import { formatRelative } from '../lib/formats.ts';
import { ListStates } from '../shell/ListStates.tsx';
import { t } from '../text/mentors.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { Rating, Stars } from '../ui/Rating.tsx';
import { useReviews } from './queries.ts';

/** What those who attended say, newest first. */
export function Reviews(props: { mentorId: string; rating: RatingFigures }) {
  const reviews = useReviews(() => props.mentorId);
  const items = () => (reviews.isPending ? [] : (reviews.data?.pages.flatMap((page) => page.items) ?? []));
  const by = (name: string) => name || t('mentorPage.learner');
  return (
    <section class="stack" id="reviews" aria-labelledby="reviews-title">
      <div class="row row--base">
        <h2 class="h-section" id="reviews-title">
          {t('mentorPage.reviews')}
        </h2>
        <Show when={props.rating.count > 0}>
          <Rating rating={props.rating} />
        </Show>
      </div>
      <ListStates
        query={reviews}
        filled={items().length > 0}
        failed={t('mentorPage.reviewsFailed')}
        skeleton={<Skeleton class="h-32 rounded-lg!" />}
        empty={
          <div class="card">
            <EmptyState title={t('mentorPage.noReviewsTitle')} text={t('mentorPage.noReviewsText')} />
          </div>
        }
      >
        <ul class="reviews">
          <For each={items()}>
            {(review) => (
              <li class="card card--pad">
                <div class="person">
                  <Avatar name={by(review.by)} id={review.id} size={32} />
                  <span class="min-w-0">
                    <span class="person__name truncate">{by(review.by)}</span>
                    <span class="person__sub truncate">{formatRelative(review.createdAt, now())}</span>
                  </span>
                  <span class="push">
                    <Stars count={review.stars} />
                  </span>
                </div>
                <Show when={review.comment}>
                  <p class="whitespace-pre-line wrap-anywhere">{review.comment}</p>
                </Show>
                <p class="caption">{t('mentorPage.onSession', { title: review.sessionTitle })}</p>
              </li>
            )}
          </For>
        </ul>
      </ListStates>
    </section>
  );
}
