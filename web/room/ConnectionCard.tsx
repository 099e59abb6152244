import { For, Match, Show, Switch, createSignal, onCleanup, onMount } from 'solid-js';
import { Badge, type BadgeTone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/iconNames.ts';
import { t } from '../text/room.ts';
import { checkConnection } from './checkConnection.ts';
import { startConnectionCheck } from './connectionCalls.ts';
import type { Expected, Way, WayReport } from './expectedQuality.ts';

type Outcome = Expected | 'checking' | 'failed';

const looks: Record<Outcome, { tone: BadgeTone; icon: IconName }> = {
  checking: { tone: 'neutral', icon: 'wifi' },
  good: { tone: 'success', icon: 'check' },
  fair: { tone: 'success', icon: 'check' },
  poor: { tone: 'warning', icon: 'exclamation-triangle' },
  unreachable: { tone: 'danger', icon: 'exclamation-circle' },
  failed: { tone: 'warning', icon: 'exclamation-triangle' },
};

/** Which ways lead from here to the media server, and what a lesson may look like. Nothing waits for it (ROOM-2). */
export function ConnectionCard() {
  const { ways, found, outcome, check } = createCheck();
  return (
    <section class="card checks" aria-labelledby="connection-title">
      <div class="row row--between row--wrap checks__head">
        <h2 class="h-card" id="connection-title">
          {t('connection.title')}
        </h2>
        <span role="status">
          <Badge {...looks[outcome()]}>{t(`connection.${outcome()}`)}</Badge>
        </span>
      </div>
      <Show
        when={outcome() !== 'failed'}
        fallback={<p class="muted checks__note">{t('connection.failedText')}</p>}
      >
        <ul>
          <For each={ways()}>{(way) => <WayLine way={way} report={found()[way]} />}</For>
        </ul>
        <Show when={outcome() === 'unreachable' || outcome() === 'poor'}>
          <p class="muted checks__note">{t('connection.advice')}</p>
        </Show>
      </Show>
      <Show when={outcome() !== 'checking'}>
        <Button variant="ghost" size="sm" icon="arrow-path" onClick={() => void check()}>
          {t('connection.again')}
        </Button>
      </Show>
    </section>
  );
}

function WayLine(props: { way: Way; report: WayReport | undefined }) {
  const reached = () => (props.report?.reachable ? props.report : undefined);
  return (
    <li classList={{ warn: props.report?.reachable === false }}>
      <Icon
        name={reached() ? 'check-circle' : props.report ? 'exclamation-triangle' : 'ellipsis-horizontal'}
      />
      <span class="grow">
        <b>{t(`connection.way.${props.way}`)}</b>
        <small>
          <Switch fallback={t('connection.waiting')}>
            <Match when={reached()}>{(report) => lossText(report().lostShare)}</Match>
            <Match when={props.report}>{t('connection.closed')}</Match>
          </Switch>
        </small>
      </span>
      <Show when={reached()}>
        {(report) => <span class="num">{t('connection.roundTrip', { ms: report().roundTripMs })}</span>}
      </Show>
    </li>
  );
}

const lossText = (lostShare: number) =>
  lostShare === 0
    ? t('connection.nothingLost')
    : t('connection.lost', { percent: Math.max(1, Math.round(lostShare * 100)) });

/** Checks once the page is there, and again when asked. */
function createCheck() {
  const [ways, setWays] = createSignal<Way[]>(['udp', 'tcp']);
  const [found, setFound] = createSignal<Partial<Record<Way, WayReport>>>({});
  const [outcome, setOutcome] = createSignal<Outcome>('checking');
  let current = new AbortController();

  async function check(): Promise<void> {
    current.abort();
    const mine = new AbortController();
    current = mine;
    setFound({});
    setOutcome('checking');
    try {
      const offer = await startConnectionCheck();
      setWays(offer.iceServers.length > 0 ? ['udp', 'tcp', 'turn'] : ['udp', 'tcp']);
      const onWay = (report: WayReport) => setFound((known) => ({ ...known, [report.way]: report }));
      const { expected } = await checkConnection(offer, { onWay, signal: mine.signal });
      setOutcome(expected);
    } catch {
      if (!mine.signal.aborted) setOutcome('failed');
    }
  }

  onMount(() => void check());
  onCleanup(() => current.abort());
  return { ways, found, outcome, check };
}
