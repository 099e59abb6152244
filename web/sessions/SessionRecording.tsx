import { For, Match, Show, Switch, createSignal, onCleanup, untrack } from 'solid-js';
import { z } from 'zod';
import { recordings, type Recording } from '../../api/contracts/recordings.ts';
import { api } from '../lib/api.ts';
import { describeError } from '../lib/describeError.ts';
import { live } from '../lib/live.ts';
import { locale } from '../lib/locale.ts';
import { useQuery } from '../lib/query.ts';
import { t } from '../text/recording.ts';
import { Button } from '../ui/Button.tsx';
import { showToast } from '../ui/showToast.ts';
import { Replay } from './replay/Replay.tsx';

type LessonProps = { sessionId: string; userId: string; isMentor: boolean };

/** After the lesson: its recordings, for those who took part (ROOM-12, ROOM-17). */
export default function SessionRecording(props: LessonProps) {
  const found = useQuery(() => ({
    queryKey: ['session', props.sessionId, 'recordings'],
    queryFn: ({ signal }) => api.get(`/api/sessions/${props.sessionId}/recordings`, recordings, { signal }),
    reconcile: 'id',
  }));
  onCleanup(
    live.on('recording.changed', ({ sessionId }) => {
      if (sessionId === untrack(() => props.sessionId)) void found.refetch();
    }),
  );
  const items = () => (found.isSuccess ? found.data.items : []);
  return (
    <>
      <Show when={found.isError}>
        <p class="muted">{t('recording.kept.failed')}</p>
      </Show>
      <Show when={items().length > 0}>
        <section class="stack stack--3" aria-labelledby="session-recording">
          <h2 class="h-section" id="session-recording">
            {t('recording.kept.title')}
          </h2>
          <For each={items()}>
            {(item, index) => (
              <RecordingCard
                recording={item}
                label={
                  items().length > 1
                    ? t('recording.kept.part', { number: index() + 1 })
                    : t('recording.kept.title')
                }
                {...props}
                onRefresh={() => void found.refetch()}
              />
            )}
          </For>
        </section>
      </Show>
    </>
  );
}

type CardProps = LessonProps & { recording: Recording; label: string; onRefresh: () => void };

function RecordingCard(props: CardProps) {
  const state = () => props.recording.state;
  return (
    <article class="card card--pad stack stack--2" aria-label={props.label}>
      <Switch>
        <Match when={state() === 'ready' && props.recording.url}>
          {(url) => (
            <>
              <Replay {...props} url={url()} onFailed={props.onRefresh} />
              <p class="row row--wrap">
                <a class="btn btn--sm" href={url()} download="">
                  {t('recording.kept.download')}
                </a>
                <span class="muted">
                  {t('recording.kept.until', { day: dayOf(props.recording.expiresAt) })}
                </span>
              </p>
            </>
          )}
        </Match>
        <Match when={state() === 'composing'}>
          <p role="status">{t('recording.kept.composing', { progress: props.recording.progress })}</p>
          <progress
            class="recording-progress"
            max="100"
            value={props.recording.progress}
            aria-label={props.label}
          />
        </Match>
        <Match when={state() === 'failed'}>
          <p role="status">{t('recording.kept.notComposed')}</p>
          <Show when={props.isMentor}>
            <AgainButton id={props.recording.id} onAgain={props.onRefresh} />
          </Show>
        </Match>
        <Match when={state() === 'expired'}>
          <p class="muted">{t('recording.kept.expired')}</p>
        </Match>
        <Match when={true}>
          <p role="status">{t('recording.kept.recording')}</p>
        </Match>
      </Switch>
    </article>
  );
}

function AgainButton(props: { id: string; onAgain: () => void }) {
  const [busy, setBusy] = createSignal(false);
  async function again(): Promise<void> {
    setBusy(true);
    try {
      await api.post(`/api/recordings/${props.id}/compose`, z.void());
      props.onAgain();
    } catch (error) {
      showToast({ tone: 'danger', title: t('recording.kept.againFailed'), text: describeError(error) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button size="sm" busy={busy()} onClick={() => void again()}>
      {t('recording.kept.again')}
    </Button>
  );
}

const dayOf = (at: string | null): string =>
  new Intl.DateTimeFormat(locale() === 'hi' ? 'hi-IN' : 'en-IN', { dateStyle: 'long' }).format(
    at === null ? undefined : new Date(at),
  );
