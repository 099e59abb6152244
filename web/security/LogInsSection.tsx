import { For, Match, Show, Switch, createSignal } from 'solid-js';
import type { OwnLogIn } from '../../api/contracts/accounts.ts';
import { now } from '../lib/clock.ts';
import { describeError } from '../lib/describeError.ts';
import { formatRelative, formatWhen } from '../lib/formats.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { t } from '../text/security.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { showToast } from '../ui/showToast.ts';
import { endLogIn, endOtherLogIns, useLogIns } from './queries.ts';
import './security.css';

/** The browsers in which the reader is logged in, and the end of those that they do not want (AUTH-6). */
export default function LogInsSection() {
  const logIns = useLogIns();
  const others = () => (logIns.isSuccess ? logIns.data.items.filter(({ isThis }) => !isThis) : []);
  return (
    <section class="card card--pad secure-part" aria-labelledby="log-ins">
      <header class="secure-part__head">
        <div>
          <h2 class="h-card" id="log-ins" tabindex="-1">
            {t('security.logInsTitle')}
          </h2>
          <p class="muted">{t('security.logInsText')}</p>
        </div>
        <Show when={others().length > 0}>
          <EndOthers />
        </Show>
      </header>
      <Switch fallback={<Skeleton class="h-24 w-full" />}>
        <Match when={logIns.isSuccess && logIns.data}>
          {(data) => (
            <>
              <ul class="log-ins">
                <For each={data().items}>{(logIn) => <Row logIn={logIn} />}</For>
              </ul>
              <Show when={others().length === 0}>
                <p class="caption">{t('security.onlyThis')}</p>
              </Show>
            </>
          )}
        </Match>
        <Match when={logIns.isError}>
          <ListFailed onRetry={() => void logIns.refetch()}>{t('security.logInsFailed')}</ListFailed>
        </Match>
      </Switch>
    </section>
  );
}

function Row(props: { logIn: OwnLogIn }) {
  const end = createEnding(() => endLogIn(props.logIn.id));
  const name = () =>
    t('security.browserOn', {
      browser: props.logIn.browser ?? t('security.unknownBrowser'),
      system: props.logIn.system ?? t('security.unknownSystem'),
    });
  const isPhone = () => /android|ios/iu.test(props.logIn.system ?? '');
  return (
    <li class="log-in">
      <Icon name={isPhone() ? 'device-phone-mobile' : 'computer-desktop'} />
      <div class="min-w-0">
        <p class="log-in__name">
          {name()}
          <Show when={props.logIn.isThis}>
            <Badge tone="success">{t('security.thisOne')}</Badge>
          </Show>
        </p>
        <p class="caption">
          {t('security.lastUsed', { when: formatRelative(props.logIn.lastUsedAt, now()) })}
          {' · '}
          {t('security.since', { when: formatWhen(props.logIn.createdAt, now()) })}
        </p>
      </div>
      <Show when={!props.logIn.isThis}>
        <Button
          size="sm"
          aria-label={t('security.endNamed', { name: name() })}
          busy={end.busy()}
          busyText={t('security.busy')}
          onClick={() => void end.run(t('security.ended'))}
        >
          {t('security.end')}
        </Button>
      </Show>
    </li>
  );
}

function EndOthers() {
  const [open, setOpen] = createSignal(false);
  const end = createEnding(async () => {
    await endOtherLogIns();
    setOpen(false);
  });
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('security.endOthers')}
      </Button>
      <Dialog
        open={open()}
        onOpenChange={setOpen}
        title={t('security.endOthersTitle')}
        description={t('security.endOthersText')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('security.keepThem')}</Button>
            <Button
              variant="danger"
              busy={end.busy()}
              busyText={t('security.busy')}
              onClick={() => void end.run(t('security.othersEnded'))}
            >
              {t('security.endOthers')}
            </Button>
          </>
        }
      />
    </>
  );
}

/** What was pressed goes away with its row; who pressed it goes on at the heading. */
function createEnding(act: () => Promise<void>) {
  const [busy, setBusy] = createSignal(false);
  return {
    busy,
    async run(done: string): Promise<void> {
      if (busy()) return;
      setBusy(true);
      try {
        await act();
        showToast({ tone: 'success', title: done });
        document.getElementById('log-ins')?.focus();
      } catch (error) {
        showToast({ tone: 'danger', title: describeError(error) });
      } finally {
        setBusy(false);
      }
    },
  };
}
