import { Show, createMemo } from 'solid-js';
import { now } from '../lib/clock.ts';
import { describeError } from '../lib/describeError.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/auth.ts';
import { Icon } from '../ui/Icon.tsx';

type RefusedProps = { refusal: { error: unknown } | undefined; forCodes?: boolean };

/** Why it was refused; how long it stays so is counted, in silence for screen readers. */
export function Refused(props: RefusedProps) {
  return (
    <Show when={props.refusal} keyed>
      {({ error }) => (
        <div class="banner banner--danger is-shaking">
          <Icon name="exclamation-circle" />
          <div class="grow">
            <p role="alert">{sentenceOf(error, props.forCodes)}</p>
            <Show when={error instanceof ApiError && error.retryAtMs}>
              {(retryAtMs) => <TryAgain atMs={retryAtMs()} />}
            </Show>
          </div>
        </div>
      )}
    </Show>
  );
}

function TryAgain(props: { atMs: number }) {
  const left = createMemo(() => Math.max(0, Math.ceil((props.atMs - now()) / 1000)));
  const two = (part: number) => String(part).padStart(2, '0');
  return (
    <p class="num" data-left={left()}>
      <Show when={left() > 0} fallback={t('auth.tryAgainNow')}>
        {t('auth.tryAgainIn')}{' '}
        <b>
          {two(Math.floor(left() / 60))}:{two(left() % 60)}
        </b>
      </Show>
    </p>
  );
}

function sentenceOf(error: unknown, forCodes = false): string {
  if (!(error instanceof ApiError)) return describeError(error);
  if (error.code === 'account_locked') return t('auth.locked');
  if (error.code === 'too_many_requests') return forCodes ? t('auth.tooManyCodes') : t('auth.tooMany');
  if (error.code === 'code_expired') return t('auth.codeExpired');
  return describeError(error);
}
