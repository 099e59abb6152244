import { Match, Show, Switch, createSignal } from 'solid-js';
import type { PayoutAccount } from '../../api/contracts/profile.ts';
import { describeError } from '../lib/describeError.ts';
import { formatDate } from '../lib/formats.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { t } from '../text/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Skeleton } from '../ui/feedback.tsx';
import { showToast } from '../ui/showToast.ts';
import { PayoutForm } from './PayoutForm.tsx';
import { removePayoutAccount, usePayoutAccount } from './queries.ts';

/** Where a mentor's money goes: masked once saved (PAY-7). */
export default function PayoutSection() {
  const known = usePayoutAccount();
  const [replacing, setReplacing] = createSignal(false);
  return (
    <section class="card card--pad settings-form" aria-labelledby="payout-title">
      <header>
        <h2 class="h-card" id="payout-title">
          {t('payout.title')}
        </h2>
        <p class="muted">{t('payout.lead')}</p>
      </header>
      <Switch fallback={<Skeleton class="h-16" />}>
        <Match when={known.isError && !known.data}>
          <ListFailed onRetry={() => void known.refetch()}>{t('settings.failed')}</ListFailed>
        </Match>
        <Match when={known.isSuccess && known.data}>
          {(answer) => (
            <>
              <Show when={answer().account}>
                {(account) => <Now account={account()} onReplace={() => setReplacing(true)} />}
              </Show>
              <Show when={!answer().account || replacing()}>
                <PayoutForm
                  onSaved={() => setReplacing(false)}
                  onKeep={answer().account ? () => setReplacing(false) : undefined}
                />
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}

function Now(props: { account: NonNullable<PayoutAccount['account']>; onReplace: () => void }) {
  const [asking, setAsking] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  async function remove(): Promise<void> {
    setBusy(true);
    try {
      await removePayoutAccount();
      showToast({ tone: 'success', title: t('payout.removed') });
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    } finally {
      setBusy(false);
      setAsking(false);
    }
  }
  return (
    <div class="payout-now">
      <div class="grow">
        <p class="person__name">
          {props.account.kind === 'upi' ? t('payout.upi') : t('payout.bank')}{' '}
          <span class="tabular">{props.account.masked}</span>
        </p>
        <p class="person__sub">{t('payout.changed', { date: formatDate(props.account.changedAt) })}</p>
      </div>
      <Button size="sm" onClick={() => props.onReplace()}>
        {t('payout.replace')}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
        {t('payout.remove')}
      </Button>
      <Dialog
        open={asking()}
        onOpenChange={setAsking}
        title={t('payout.removeTitle')}
        description={t('payout.removeText')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('payout.keep')}</Button>
            <Button
              variant="danger"
              busy={busy()}
              busyText={t('settings.saving')}
              onClick={() => void remove()}
            >
              {t('payout.remove')}
            </Button>
          </>
        }
      />
    </div>
  );
}
