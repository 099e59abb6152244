import { useNavigate } from '@solidjs/router';
import { For, Match, Show, Switch } from 'solid-js';
import type { Notification } from '../../api/contracts/notifications.ts';
import { now } from '../lib/clock.ts';
import { describeError } from '../lib/describeError.ts';
import { formatRelative } from '../lib/formats.ts';
import { t } from '../text/notifications.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { IconName } from '../ui/iconNames.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { showToast } from '../ui/showToast.ts';
import { markAllRead, markRead, useNotifications } from './queries.ts';

const icons: Record<Notification['kind'], IconName> = {
  'booking.confirmed': 'ticket',
  'session.booked': 'user',
  'session.live': 'signal',
  'session.cancelled': 'x-circle',
  'session.resources': 'document-text',
  'account.exportReady': 'clipboard-document-list',
  'account.newLogIn': 'shield-check',
};

export default function NotificationSheet(props: { onClose: () => void }) {
  const notifications = useNotifications();
  const navigate = useNavigate();
  const items = () =>
    notifications.isPending ? [] : (notifications.data?.pages.flatMap((page) => page.items) ?? []);
  const anyUnread = () => items().some((item) => item.readAt === null);
  const sayWhy = (error: unknown) => void showToast({ tone: 'danger', title: describeError(error) });
  function open(item: Notification): void {
    if (item.readAt === null) markRead(item.id).catch(sayWhy);
    props.onClose();
    navigate(item.path);
  }
  return (
    <Sheet
      open
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      title={t('notifications.title')}
      footer={
        anyUnread() ? (
          <Button icon="check" onClick={() => void markAllRead().catch(sayWhy)}>
            {t('notifications.readAll')}
          </Button>
        ) : undefined
      }
    >
      <Switch>
        <Match when={notifications.isPending}>
          <div class="grid gap-4" role="status" aria-label={t('ui.loading')}>
            <For each={[1, 2, 3]}>{() => <Skeleton class="h-12" />}</For>
          </div>
        </Match>
        <Match when={items().length > 0}>
          <Show when={notifications.isError}>
            <ListFailed stale onRetry={() => void notifications.refetch()}>
              {t('notifications.failed')}
            </ListFailed>
          </Show>
          <ul class="notes">
            <For each={items()}>
              {(item) => (
                <Note
                  item={item}
                  onOpen={() => open(item)}
                  onRead={() => void markRead(item.id).catch(sayWhy)}
                />
              )}
            </For>
          </ul>
          <Show when={notifications.hasNextPage}>
            <Button
              block
              class="mt-4"
              busy={notifications.isFetchingNextPage}
              onClick={() => void notifications.fetchNextPage()}
            >
              {t('sessionList.more')}
            </Button>
          </Show>
        </Match>
        <Match when={notifications.isError}>
          <ListFailed onRetry={() => void notifications.refetch()}>{t('notifications.failed')}</ListFailed>
        </Match>
        <Match when={notifications.isSuccess}>
          <EmptyState title={t('notifications.emptyTitle')} text={t('notifications.emptyText')} />
        </Match>
      </Switch>
    </Sheet>
  );
}

function Note(props: { item: Notification; onOpen: () => void; onRead: () => void }) {
  const text = () => t(`notifications.kinds.${props.item.kind}`, props.item.subject);
  return (
    <li class="note-row">
      <button
        type="button"
        class="note"
        classList={{ 'note--unread': props.item.readAt === null }}
        onClick={() => props.onOpen()}
      >
        <span class="note__icon">
          <Icon name={icons[props.item.kind]} size={20} />
        </span>
        <span class="grow">
          <span class="note__text">{text()}</span>
          <span class="person__sub">{formatRelative(props.item.createdAt, now())}</span>
        </span>
        <Show when={props.item.readAt === null}>
          <span class="dot dot--primary" />
          <span class="sr-only">{t('notifications.isUnread')}</span>
        </Show>
      </button>
      <Show when={props.item.readAt === null}>
        <IconButton
          icon="check"
          size="sm"
          label={t('notifications.markRead', { text: text() })}
          onClick={(event) => {
            // The button goes away: whoever uses the keyboard goes on at what it belonged to.
            event.currentTarget.closest('li')?.querySelector<HTMLElement>('.note')?.focus();
            props.onRead();
          }}
        />
      </Show>
    </li>
  );
}
