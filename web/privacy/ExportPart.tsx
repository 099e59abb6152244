import { For, Match, Show, Switch, createSignal } from 'solid-js';
import type { DataExport } from '../../api/contracts/privacy.ts';
import { formatBytes } from '../files/formatBytes.ts';
import { serverNow } from '../lib/clock.ts';
import { describeError } from '../lib/describeError.ts';
import { formatDayAndTime } from '../lib/formats.ts';
import { ApiError } from '../lib/problem.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { t } from '../text/privacy.ts';
import { Button } from '../ui/Button.tsx';
import { buttonClass } from '../ui/buttonLook.ts';
import { Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { showToast } from '../ui/showToast.ts';
import { askForExport, useExports } from './queries.ts';

/** Exports of one's data: asked for, awaited, downloaded. */
export function ExportPart() {
  const exports = useExports();
  const [busy, setBusy] = createSignal(false);
  const items = () => exports.data?.items ?? [];
  const isPreparing = () => items().some(({ state }) => state === 'preparing');

  async function ask(): Promise<void> {
    setBusy(true);
    try {
      await askForExport();
      showToast({ tone: 'info', title: t('privacy.asked') });
    } catch (error) {
      showToast({ tone: 'danger', title: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <section class="card card--pad settings-form" aria-labelledby="export-title">
      <header>
        <h2 class="h-card" id="export-title">
          {t('privacy.exportTitle')}
        </h2>
        <p class="muted">{t('privacy.exportLead')}</p>
      </header>
      <Switch fallback={<Skeleton class="h-14" />}>
        <Match when={exports.isSuccess}>
          <Show when={items().length > 0} fallback={<p class="muted">{t('privacy.none')}</p>}>
            <ul class="exports">
              <For each={items()}>{(item) => <ExportRow item={item} />}</For>
            </ul>
          </Show>
        </Match>
        <Match when={exports.isError}>
          <ListFailed onRetry={() => void exports.refetch()}>{t('privacy.failed')}</ListFailed>
        </Match>
      </Switch>
      <div class="settings-form__acts">
        <Button
          variant="primary"
          busy={busy()}
          busyText={t('privacy.asking')}
          disabled={isPreparing()}
          onClick={() => void ask()}
        >
          {t('privacy.ask')}
        </Button>
      </div>
    </section>
  );
}

function wordsOf(error: unknown): string {
  const code = error instanceof ApiError ? error.code : undefined;
  if (code === 'wrong_state') return t('privacy.oneAtATime');
  return code === 'too_many_requests' ? t('privacy.fewADay') : describeError(error);
}

function ExportRow(props: { item: DataExport }) {
  const day = (iso: string) => formatDayAndTime(iso, serverNow());
  const about = () => {
    const { state, bytes, expiresAt } = props.item;
    if (state === 'preparing') return t('privacy.preparing');
    if (state === 'failed') return t('privacy.broken');
    if (state === 'expired') return t('privacy.expired');
    return t('privacy.ready', { size: formatBytes(bytes ?? 0), day: day(expiresAt ?? props.item.askedAt) });
  };
  return (
    <li class="exports__item">
      <span class="exports__words">
        <b class="strong">{t('privacy.of', { day: day(props.item.askedAt) })}</b>
        <span class="caption" role="status">
          {about()}
        </span>
      </span>
      <Show when={props.item.downloadUrl}>
        {(url) => (
          <a class={buttonClass({ size: 'sm' })} href={url()} download="" rel="external">
            <Icon name="arrow-down-tray" />
            {t('privacy.download')}
          </a>
        )}
      </Show>
    </li>
  );
}
