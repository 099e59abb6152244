import { Show } from 'solid-js';
import { now } from '../lib/clock.ts';
import { credentials } from '../lib/credentials.ts';
import { formatDayAndTime } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Price } from '../ui/SessionCard.tsx';
import { SessionDrawing } from '../ui/SessionDrawing.tsx';
import { TopicBeads } from '../ui/TopicBeads.tsx';
import type { Draft } from './sessionDraft.ts';

/** The card that learners will see, as it is typed. */
export function DraftPreview(props: { draft: Draft }) {
  const seats = () => (Number.isFinite(props.draft.capacity) ? props.draft.capacity : 1);
  return (
    <section class="create__preview" aria-label={t('create.preview')}>
      <p class="caption">{t('create.preview')}</p>
      <div class="card session">
        <div class="session__pic">
          <SessionDrawing session={props.draft} />
          <div class="session__top">
            <Show when={props.draft.startsAt} fallback={<span />}>
              <Badge tone="glass">{formatDayAndTime(props.draft.startsAt, now())}</Badge>
            </Show>
            <Badge tone="glass">{t('session.seatsLeft', { count: seats() })}</Badge>
          </div>
        </div>
        <div class="session__body">
          <p class="session__title clamp-2" classList={{ subtle: !props.draft.title }}>
            {props.draft.title || t('create.previewTitle')}
          </p>
          <Show when={credentials.user()}>
            {(user) => (
              <p class="session__meta">
                <Avatar name={user().name} id={user().id} picture={user().pictureUrl} size={24} />
                <span class="truncate">{user().name}</span>
              </p>
            )}
          </Show>
          <Show when={props.draft.topics.length > 0}>
            <TopicBeads count={props.draft.topics.length} />
          </Show>
          <p class="session__foot">
            <Price pricePaise={0} />
            <span class="muted">{t('time.minutes', { count: props.draft.durationMinutes })}</span>
          </p>
        </div>
      </div>
      <p class="caption">{t('create.priceFree')}</p>
    </section>
  );
}
