import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import { useLanding } from '../landing/queries.ts';
import { t } from '../lib/text.ts';
import { LiveBadge } from '../ui/Badge.tsx';

/** Where visitors look around; the badge counts lessons that are live now. */
export function SiteLinks(props: { onGo?: () => void }) {
  const landing = useLanding();
  const liveCount = () => (landing.isSuccess ? landing.data.liveCount : 0);
  return (
    <>
      <A href="/sessions" onClick={() => props.onGo?.()}>
        {t('shell.sessions')}
        <Show when={liveCount() > 0}>
          <LiveBadge pulseOn={liveCount()}>{t('shell.liveCount', { count: liveCount() })}</LiveBadge>
        </Show>
      </A>
      <A href="/mentors" onClick={() => props.onGo?.()}>
        {t('site.mentors')}
      </A>
    </>
  );
}
