import { Match, Show, Switch, createSignal } from 'solid-js';
import type { z } from 'zod';
import type { twoFactorState } from '../../api/contracts/twoFactor.ts';
import { credentials } from '../lib/credentials.ts';
import { formatDate } from '../lib/formats.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { t } from '../text/security.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Banner, Skeleton } from '../ui/feedback.tsx';
import { useTwoFactor } from './queries.ts';
import './security.css';
import { TwoFactorDialog, type TwoFactorAct } from './TwoFactorDialog.tsx';

type State = z.infer<typeof twoFactorState>;
const fewCodes = 3;

/** The second step at log-in, for mentors and admins (AUTH-7). */
export default function TwoFactorSection() {
  return (
    <Show when={credentials.user()?.role !== 'learner'}>
      <TwoFactor />
    </Show>
  );
}

function TwoFactor() {
  const state = useTwoFactor();
  return (
    <section class="card card--pad secure-part" aria-labelledby="two-factor">
      <header class="secure-part__head">
        <div>
          <h2 class="h-card" id="two-factor">
            {t('security.twoFactorTitle')}
          </h2>
          <p class="muted">{t('security.twoFactorText')}</p>
        </div>
        <Show when={state.isSuccess && state.data}>
          {(known) => (
            <Show when={known().enabledAt} fallback={<Badge>{t('security.off')}</Badge>}>
              <Badge tone="success" icon="check">
                {t('security.on')}
              </Badge>
            </Show>
          )}
        </Show>
      </header>
      <Switch fallback={<Skeleton class="h-12 w-full" />}>
        <Match when={state.isSuccess && state.data}>{(known) => <Known state={known()} />}</Match>
        <Match when={state.isError}>
          <ListFailed onRetry={() => void state.refetch()}>{t('security.twoFactorFailed')}</ListFailed>
        </Match>
      </Switch>
    </section>
  );
}

function Known(props: { state: State }) {
  const [act, setAct] = createSignal<TwoFactorAct>();
  return (
    <>
      <Show
        when={props.state.enabledAt}
        fallback={
          <div class="row">
            <Button variant="primary" icon="shield-check" onClick={() => setAct('setUp')}>
              {t('security.setUp')}
            </Button>
          </div>
        }
      >
        {(enabledAt) => (
          <>
            <p class="muted num">
              {t('security.onSince', { day: formatDate(enabledAt()) })}
              {' · '}
              {t('security.codesLeft', { count: props.state.recoveryCodesLeft })}
            </p>
            <Show when={props.state.recoveryCodesLeft <= fewCodes}>
              <Banner tone="warning">{t('security.fewLeft')}</Banner>
            </Show>
            <div class="row row--wrap">
              <Button icon="key" onClick={() => setAct('newCodes')}>
                {t('security.newCodes')}
              </Button>
              <Show
                when={!props.state.required}
                fallback={<span class="caption">{t('security.required')}</span>}
              >
                <Button variant="ghost" onClick={() => setAct('turnOff')}>
                  {t('security.turnOff')}
                </Button>
              </Show>
            </div>
          </>
        )}
      </Show>
      <Show when={act()} keyed>
        {(chosen) => <TwoFactorDialog act={chosen} onClose={() => setAct(undefined)} />}
      </Show>
    </>
  );
}
