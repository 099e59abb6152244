import { Show, createEffect, createMemo, createSignal, lazy, on, Suspense } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { t } from '../text/notifications.ts';
import { Count } from '../ui/Badge.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useNotifications } from './queries.ts';
import './notifications.css';

const NotificationSheet = lazy(() => import('./NotificationSheet.tsx'));

/** How many are unread; it shakes once whenever they become more. */
export function NotificationBell() {
  const [open, setOpen] = createSignal(false);
  const [shaking, setShaking] = createSignal(false);
  const notifications = useNotifications();
  const known = createMemo(() => (notifications.isSuccess ? notifications.data.pages[0]?.unread : undefined));
  const unread = () => known() ?? 0;
  createEffect(
    on(known, (count, before) => {
      if (count !== undefined && before !== undefined && count > before) setShaking(true);
    }),
  );
  keepPush();
  return (
    <span class="bell" classList={{ 'bell--shake': shaking() }} onAnimationEnd={() => setShaking(false)}>
      <IconButton
        icon="bell"
        label={t('notifications.open')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      <Count value={unread()} label={t('notifications.unread', { count: unread() })} />
      <Show when={open()}>
        <Suspense>
          <NotificationSheet onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </span>
  );
}

/** Web push that this person turned on in this browser goes on under each log-in of theirs. */
function keepPush(): void {
  const isLoggedIn = createMemo(credentials.isLoggedIn);
  const calls = import('./push.ts');
  void calls.then(({ renewWhenAsked }) => renewWhenAsked()).catch(() => undefined);
  createEffect(() => {
    if (isLoggedIn()) calls.then(({ renewPush }) => renewPush()).catch(() => undefined);
  });
}
