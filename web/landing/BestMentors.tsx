import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { authGate } from '../accounts/authGate.ts';
import { t } from '../text/landing.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/feedback.tsx';
import { MentorCard, MentorCardSkeleton } from '../ui/MentorCard.tsx';
import { Rail } from '../ui/Rail.tsx';
import { createSteadyOrder } from '../ui/steadyOrder.ts';
import { useLanding } from './queries.ts';

/** By rating; nothing of a failure here, which the row above has told of. */
export function BestMentors() {
  const landing = useLanding();
  const known = () => (landing.isPending ? [] : (landing.data?.bestMentors ?? []));
  const steady = createSteadyOrder(known);
  return (
    <Show when={!landing.isError || known().length > 0}>
      <section class="wrap part" aria-labelledby="best-mentors">
        <div class="part__head">
          <h2 class="h-section" id="best-mentors">
            {t('landing.bestMentors')}
          </h2>
          <A class="link" href="/mentors">
            {t('landing.allMentors')}
          </A>
        </div>
        <Show
          when={known().length > 0}
          fallback={<Show when={landing.isPending} fallback={<NoMentors />} children={<Waiting />} />}
        >
          <Rail mentors label={t('landing.mentorsRow')} onHold={steady.hold}>
            <For each={steady.items()}>{(mentor) => <MentorCard mentor={mentor} />}</For>
          </Rail>
        </Show>
      </section>
    </Show>
  );
}

const Waiting = () => (
  <div class="rail rail--mentors" role="status" aria-label={t('ui.loading')}>
    <For each={Array.from({ length: 4 })}>{() => <MentorCardSkeleton />}</For>
  </div>
);

const NoMentors = () => (
  <div class="card">
    <EmptyState
      title={t('landing.mentorsEmptyTitle')}
      text={t('landing.mentorsEmptyText')}
      action={
        <Button onClick={() => authGate.open('signUp', { role: 'mentor' })}>{t('landing.teachAct')}</Button>
      }
    />
  </div>
);
