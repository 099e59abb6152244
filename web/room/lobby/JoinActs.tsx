import { Match, Show, Switch } from 'solid-js';
import { t } from '../../text/lobby.ts';
import { Button } from '../../ui/Button.tsx';
import type { Standing } from './standing.ts';

type JoinActsProps = {
  standing: Standing;
  /** The lesson is being started by this page. */
  busy: boolean;
  /** Seconds until it starts by itself. */
  startingIn: number | undefined;
  onReady: (ready: boolean) => void;
  onStart: () => void;
  onJoin: () => void;
};

/** The way in: ready or not, start, join. */
export function JoinActs(props: JoinActsProps) {
  const toStart = () => props.standing.readyLearners().length;
  return (
    <div class="lobby__join">
      <Switch>
        <Match when={props.busy}>
          <Button variant="primary" size="lg" block busy busyText={t('lobby.starting')} />
        </Match>
        <Match when={!props.standing.scheduled()}>
          <Button variant="primary" size="lg" block onClick={() => props.onJoin()}>
            {t('lobby.join')}
          </Button>
        </Match>
        <Match when={props.startingIn}>
          {(seconds) => (
            <>
              {/* Counts each second; the card above says it once. */}
              <p class="lobby__count" aria-hidden="true">
                {t('lobby.startingIn', { seconds: seconds() })}
              </p>
              <Button size="lg" block onClick={() => props.onReady(false)}>
                {t('lobby.notYet')}
              </Button>
            </>
          )}
        </Match>
        <Match
          when={
            props.standing.mayStart() &&
            toStart() > 0 &&
            (props.standing.ready() || !props.standing.oneToOne())
          }
        >
          <Start label={t('lobby.startWith', { count: toStart() })} primary onStart={props.onStart} />
          <ReadySwitch {...props} />
        </Match>
        <Match when={true}>
          <ReadySwitch {...props} />
          <Show when={props.standing.mayStart()}>
            <Start
              label={t(toStart() > 0 ? 'lobby.start' : 'lobby.startAlone')}
              primary={false}
              onStart={props.onStart}
            />
          </Show>
        </Match>
      </Switch>
      <p class="caption">{t('lobby.promise')}</p>
    </div>
  );
}

function Start(props: { label: string; primary: boolean; onStart: () => void }) {
  return (
    <Button
      variant={props.primary ? 'primary' : 'ghost'}
      size={props.primary ? 'lg' : undefined}
      block
      onClick={() => props.onStart()}
    >
      {props.label}
    </Button>
  );
}

function ReadySwitch(props: Pick<JoinActsProps, 'standing' | 'onReady'>) {
  return (
    <Show
      when={props.standing.ready()}
      fallback={
        <Button variant="primary" size="lg" block onClick={() => props.onReady(true)}>
          {t('lobby.readyToJoin')}
        </Button>
      }
    >
      <Button block onClick={() => props.onReady(false)}>
        {t('lobby.notReady')}
      </Button>
    </Show>
  );
}
