import { Show, createSignal, lazy, Suspense } from 'solid-js';
import { t } from '../text/notifications.ts';
import { Count } from '../ui/Badge.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useNotifications } from './queries.ts';

const NotificationSheet = lazy(() => import('./NotificationSheet.tsx'));

export function NotificationBell() {
  const [open, setOpen] = createSignal(false);
  const notifications = useNotifications();
  const unread = () => (notifications.isSuccess ? (notifications.data.pages[0]?.unread ?? 0) : 0);
  return (
    <span class="bell">
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
