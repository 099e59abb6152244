import { For } from 'solid-js';
import { t } from '../lib/text.ts';
import { ListStates, withoutMore } from '../shell/ListStates.tsx';
import { EmptyState } from '../ui/feedback.tsx';
import { Rail } from '../ui/Rail.tsx';
import { SessionCard, SessionCardSkeleton } from '../ui/SessionCard.tsx';
import { createSteadyOrder } from '../ui/steadyOrder.ts';
import { useSessions } from './queries.ts';

const shown = 10;

/** Open lessons in a row that scrolls sideways; it updates by itself. */
export function SessionRail(props: { narrow?: boolean }) {
  const sessions = useSessions(() => 'open');
  const first = () => (sessions.isPending ? [] : (sessions.data?.pages[0]?.items ?? []).slice(0, shown));
  const steady = createSteadyOrder(first);
  return (
    <ListStates
      query={withoutMore(sessions)}
      filled={first().length > 0}
      failed={t('sessionList.failed')}
      skeleton={
        <div class="rail" classList={{ 'rail--3': props.narrow }}>
          <For each={Array.from({ length: 4 })}>{() => <SessionCardSkeleton />}</For>
        </div>
      }
      empty={
        <div class="card">
          <EmptyState title={t('sessionList.emptyTitle')} text={t('sessionList.emptyText')} />
        </div>
      }
    >
      <Rail narrow={props.narrow} label={t('sessionList.scrolls')} onHold={steady.hold}>
        <For each={steady.items()}>{(session) => <SessionCard session={session} />}</For>
      </Rail>
    </ListStates>
  );
}
