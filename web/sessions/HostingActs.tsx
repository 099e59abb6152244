import { Match, Show, Switch, createSignal } from 'solid-js';
import { z } from 'zod';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { api } from '../lib/api.ts';
import { now } from '../lib/clock.ts';
import { describeError } from '../lib/describeError.ts';
import { formatWhen } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Banner } from '../ui/feedback.tsx';
import { showToast } from '../ui/showToast.ts';
import { refetchSession, refetchSessions } from './queries.ts';

type HostingActsProps = {
  session: SessionForMe;
  block?: boolean;
  /** Not the page's one primary act: another lesson comes first. */
  quiet?: boolean;
};

/** What a mentor can do about their own lesson: go live, enter, end. */
export function HostingActs(props: HostingActsProps) {
  const [busy, setBusy] = createSignal(false);
  async function act(path: 'live' | 'end', done: { title: string; text?: string }): Promise<void> {
    setBusy(true);
    try {
      await api.post(`/api/sessions/${props.session.id}/${path}`, z.unknown());
      showToast({ tone: 'success', ...done });
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    } finally {
      await Promise.all([refetchSession(props.session.id), refetchSessions()]);
      setBusy(false);
    }
  }
  return (
    <div class="hosting" classList={{ 'hosting--block': props.block }}>
      <Switch fallback={<Banner tone="info">{t(`booking.states.${props.session.state}`)}</Banner>}>
        <Match when={props.session.state === 'scheduled'}>
          <GoLive
            session={props.session}
            busy={busy()}
            quiet={props.quiet}
            onGo={() => void act('live', { title: t('hosting.nowLive'), text: t('hosting.nowLiveText') })}
          />
        </Match>
        <Match when={props.session.state === 'live'}>
          <EnterAsMentor session={props.session} />
          <EndSession busy={busy()} onEnd={() => void act('end', { title: t('hosting.ended') })} />
        </Match>
      </Switch>
    </div>
  );
}

type GoLiveProps = { session: SessionForMe; busy: boolean; quiet?: boolean; onGo: () => void };

function GoLive(props: GoLiveProps) {
  const opensAt = () => props.session.mine?.opensAt ?? null;
  const opensAtMs = () => Date.parse(opensAt() ?? '');
  const isClosed = () => opensAtMs() > now();
  return (
    <>
      <Button
        variant={props.quiet ? 'secondary' : 'primary'}
        icon="signal"
        disabled={isClosed()}
        busy={props.busy}
        busyText={t('hosting.goingLive')}
        onClick={() => props.onGo()}
      >
        {t('hosting.goLive')}
      </Button>
      <Show when={!isClosed() && props.session.mine?.roomCode}>
        {(roomCode) => (
          <ButtonLink href={`/session/${roomCode()}`} icon="user-group">
            {t('hosting.lobby')}
          </ButtonLink>
        )}
      </Show>
      <Show when={isClosed() && opensAt()}>
        {(at) => <p class="caption">{t('hosting.opens', { when: formatWhen(at(), now()) })}</p>}
      </Show>
    </>
  );
}

function EnterAsMentor(props: { session: SessionForMe }) {
  const anyBooked = () => props.session.seatsLeft < props.session.capacity;
  return (
    <Show
      when={anyBooked() && props.session.mine?.roomCode}
      fallback={
        <>
          <Button disabled icon="video-camera">
            {t('hosting.enter')}
          </Button>
          <p class="caption">{t('hosting.enterNeedsLearner')}</p>
        </>
      }
    >
      {(roomCode) => (
        <ButtonLink href={`/session/${roomCode()}`} variant="primary" icon="video-camera">
          {t('hosting.enter')}
        </ButtonLink>
      )}
    </Show>
  );
}

function EndSession(props: { busy: boolean; onEnd: () => void }) {
  const [asking, setAsking] = createSignal(false);
  return (
    <>
      <Button
        variant="danger-quiet"
        busy={props.busy}
        busyText={t('hosting.ending')}
        onClick={() => setAsking(true)}
      >
        {t('hosting.end')}
      </Button>
      <Dialog
        open={asking()}
        onOpenChange={setAsking}
        mustAnswer
        title={t('hosting.endTitle')}
        description={t('hosting.endText')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('hosting.keepOn')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false);
                props.onEnd();
              }}
            >
              {t('hosting.end')}
            </Button>
          </>
        }
      />
    </>
  );
}
