import { Match, Show, Switch as Choose, createResource, createSignal } from 'solid-js';
import { describeError } from '../lib/describeError.ts';
import { ApiError } from '../lib/problem.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { t } from '../text/notifications.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/feedback.tsx';
import { showToast } from '../ui/showToast.ts';
import { pushState, turnOff, turnOn, type PushState } from './push.ts';

/** Web push in this browser: how it stands, and the way to change it. The browser asks only when that is pressed. */
export function PushHere() {
  const [state, { mutate, refetch }] = createResource(pushState);
  const [busy, setBusy] = createSignal(false);
  async function change(act: () => Promise<PushState>): Promise<void> {
    setBusy(true);
    try {
      mutate(await act());
    } catch (error) {
      const title = error instanceof ApiError ? describeError(error) : t('told.noService');
      showToast({ tone: 'danger', title });
      void refetch();
    } finally {
      setBusy(false);
    }
  }
  return (
    <div class="told__part">
      <h3 class="h-card">{t('told.browserTitle')}</h3>
      <Choose>
        <Match when={state.state === 'errored'}>
          <ListFailed onRetry={() => void refetch()}>{t('told.failed')}</ListFailed>
        </Match>
        <Match when={state.latest}>
          {(known) => (
            <>
              <p class="muted" role="status">
                {t(`told.states.${known()}`)}
              </p>
              <Show when={known() === 'off'}>
                <Button icon="bell" busy={busy()} onClick={() => void change(turnOn)}>
                  {t('told.turnOn')}
                </Button>
              </Show>
              <Show when={known() === 'on'}>
                <Button busy={busy()} onClick={() => void change(turnOff)}>
                  {t('told.turnOff')}
                </Button>
              </Show>
            </>
          )}
        </Match>
        <Match when={state.loading}>
          <Skeleton class="h-12" />
        </Match>
      </Choose>
    </div>
  );
}
