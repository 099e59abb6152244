import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Booking } from '../../api/contracts/bookings.ts';
import { BookingRow } from '../bookings/BookingRow.tsx';
import { useBookings } from '../bookings/queries.ts';
import { credentials } from '../lib/credentials.ts';
import { t } from '../text/dashboards.ts';
import { SessionRail } from '../sessions/SessionRail.tsx';
import { Greeting } from '../shell/Greeting.tsx';
import { ListStates, withoutMore } from '../shell/ListStates.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { NextLesson } from './NextLesson.tsx';

/** Seats that still lead somewhere; the list of upcoming ones may hold more. */
const isKept = (booking: Booking) => booking.state === 'confirmed' || booking.state === 'awaiting_approval';

export default function LearnerHomePage() {
  usePageTitle(() => t('nav.home'));
  const bookings = useBookings(() => 'upcoming');
  const kept = () =>
    bookings.isPending ? [] : (bookings.data?.pages.flatMap((page) => page.items) ?? []).filter(isKept);
  return (
    <>
      <Greeting
        name={credentials.user()?.name ?? ''}
        line={
          bookings.isSuccess
            ? kept().length > 0
              ? t('learnerHome.booked', { count: kept().length })
              : t('learnerHome.nothing')
            : undefined
        }
      />
      <div class="stack stack--8">
        <ListStates
          query={withoutMore(bookings)}
          filled={kept().length > 0}
          failed={t('bookings.failed')}
          skeleton={<Skeleton class="h-72 rounded-xl!" />}
          empty={
            <div class="card">
              <EmptyState
                title={t('learnerHome.emptyTitle')}
                text={t('learnerHome.emptyText')}
                action={
                  <ButtonLink href="/sessions" variant="primary">
                    {t('learnerHome.find')}
                  </ButtonLink>
                }
              />
            </div>
          }
        >
          <Show when={kept()[0]}>{(next) => <NextLesson booking={next()} />}</Show>
        </ListStates>
        <Show when={kept().length > 1}>
          <section class="card" aria-labelledby="booked">
            <div class="card__head">
              <h2 class="h-card" id="booked">
                {t('learnerHome.bookedTitle')}
              </h2>
              <A class="link" href="/dashboard/learner/bookings">
                {t('learnerHome.allBookings')}
              </A>
            </div>
            <ul class="list list--pad list--link py-2">
              <For each={kept().slice(1, 6)}>{(booking) => <BookingRow booking={booking} />}</For>
            </ul>
          </section>
        </Show>
        <section aria-labelledby="open-sessions">
          <div class="part__head">
            <h2 class="h-section" id="open-sessions">
              {t('learnerHome.open')}
            </h2>
            <A class="link" href="/sessions">
              {t('learnerHome.browseAll')}
            </A>
          </div>
          <SessionRail narrow />
        </section>
      </div>
    </>
  );
}
