import { useSearchParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { t } from '../text/dashboards.ts';
import { ListStates } from '../shell/ListStates.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { BookingRow } from './BookingRow.tsx';
import { CancelSeat } from './CancelSeat.tsx';
import { useBookings, type BookingScope } from './queries.ts';

export default function BookingsPage() {
  usePageTitle(() => t('bookings.title'));
  const [search, setSearch] = useSearchParams<{ show?: string }>();
  const scope = (): BookingScope => (search.show === 'past' ? 'past' : 'upcoming');
  return (
    <>
      <header class="page-head">
        <h1 class="h-page">{t('bookings.title')}</h1>
      </header>
      <Tabs
        label={t('bookings.title')}
        value={scope()}
        onValue={(value) => setSearch({ show: value === 'past' ? 'past' : undefined })}
        tabs={[
          {
            value: 'upcoming',
            label: t('bookings.upcoming'),
            content: () => <BookingList scope="upcoming" />,
          },
          { value: 'past', label: t('bookings.past'), content: () => <BookingList scope="past" /> },
        ]}
      />
    </>
  );
}

function BookingList(props: { scope: BookingScope }) {
  const bookings = useBookings(() => props.scope);
  const items = () => (bookings.isPending ? [] : (bookings.data?.pages.flatMap((page) => page.items) ?? []));
  return (
    <ListStates
      query={bookings}
      filled={items().length > 0}
      failed={t('bookings.failed')}
      skeleton={
        <div class="grid gap-3">
          <For each={[1, 2, 3]}>{() => <Skeleton class="h-20 rounded-lg!" />}</For>
        </div>
      }
      empty={<NoBookings scope={props.scope} />}
    >
      <ul class="card list list--pad list--link py-2">
        <For each={items()}>
          {(booking) => (
            <BookingRow
              booking={booking}
              acts={
                booking.state === 'confirmed' && booking.session.state === 'scheduled' ? (
                  <CancelSeat booking={booking} />
                ) : null
              }
            />
          )}
        </For>
      </ul>
    </ListStates>
  );
}

function NoBookings(props: { scope: BookingScope }) {
  return (
    <div class="card">
      <Show
        when={props.scope === 'upcoming'}
        fallback={<EmptyState title={t('bookings.pastEmptyTitle')} text={t('bookings.pastEmptyText')} />}
      >
        <EmptyState
          title={t('bookings.upcomingEmptyTitle')}
          text={t('bookings.upcomingEmptyText')}
          action={
            <ButtonLink href="/sessions" variant="primary">
              {t('learnerHome.find')}
            </ButtonLink>
          }
        />
      </Show>
    </div>
  );
}
