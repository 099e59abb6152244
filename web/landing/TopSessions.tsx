import { A } from '@solidjs/router';
import { For } from 'solid-js';
import { formatLanguage, formatRupees } from '../lib/formats.ts';
import { ListStates } from '../shell/ListStates.tsx';
import { t } from '../text/landing.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/feedback.tsx';
import { formatRating } from '../ui/formatRating.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/iconNames.ts';
import { Rail } from '../ui/Rail.tsx';
import { SessionCard, SessionCardSkeleton } from '../ui/SessionCard.tsx';
import { createSteadyOrder } from '../ui/steadyOrder.ts';
import { useLanding } from './queries.ts';

/** Live lessons first, then the soonest; the row stays as it is while somebody's hand is on it. */
export function TopSessions() {
  const landing = useLanding();
  const known = () => (landing.isPending ? [] : (landing.data?.topSessions ?? []));
  const steady = createSteadyOrder(known);
  return (
    <section class="wrap part" aria-labelledby="live-and-next">
      <div class="part__head">
        <h2 class="h-section" id="live-and-next">
          {t('landing.liveAndNext')}
        </h2>
        <A class="link" href="/sessions">
          {t('landing.allSessions')}
        </A>
      </div>
      <Shortcuts />
      <ListStates
        query={landing}
        filled={known().length > 0}
        failed={t('landing.sessionsFailed')}
        skeleton={
          <div class="rail">
            <For each={Array.from({ length: 4 })}>{() => <SessionCardSkeleton />}</For>
          </div>
        }
        empty={
          <div class="card">
            <EmptyState
              title={t('landing.sessionsEmptyTitle')}
              text={t('landing.sessionsEmptyText')}
              action={<ButtonLink href="/mentors">{t('landing.allMentors')}</ButtonLink>}
            />
          </div>
        }
      >
        <Rail label={t('landing.sessionsRow')} onHold={steady.hold}>
          <For each={steady.items()}>{(session) => <SessionCard session={session} />}</For>
        </Rail>
      </ListStates>
    </section>
  );
}

const lowPaise = 500_00;
const goodRating = 4.5;

/** Searches that many begin with. */
function Shortcuts() {
  const links = (): { search: string; label: string; icon?: IconName }[] => [
    { search: '?when=now', label: t('narrow.now'), icon: 'signal' },
    { search: '?when=today', label: t('narrow.today') },
    { search: '?price=free', label: t('session.free') },
    {
      search: `?price=${lowPaise / 100}`,
      label: t('landing.under', { price: formatRupees(lowPaise) }),
    },
    { search: `?rating=${goodRating}`, label: t('narrow.stars', { average: formatRating(goodRating) }) },
    { search: '?language=hi', label: formatLanguage('hi') },
    { search: '', label: t('landing.allFilters'), icon: 'adjustments-horizontal' },
  ];
  return (
    <nav class="chips chips--scroll part__filters" aria-label={t('landing.shortcuts')}>
      <For each={links()}>
        {(link) => (
          <A class="chip" href={`/sessions${link.search}`}>
            {link.icon && <Icon name={link.icon} size={16} />}
            {link.label}
          </A>
        )}
      </For>
    </nav>
  );
}
