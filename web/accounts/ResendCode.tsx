import { Show, createMemo, createSignal } from 'solid-js';
import type { CodeSent } from '../../api/contracts/accounts.ts';
import { now } from '../lib/clock.ts';
import { t } from '../text/auth.ts';
import { Button } from '../ui/Button.tsx';
import { resendCode } from './acts.ts';
import { createAttempt } from './createAttempt.ts';
import { Refused } from './Refused.tsx';

/** Another code in place of the last, as soon as one may be sent. */
export function ResendCode(props: { sent: CodeSent; onSent: (sent: CodeSent) => void }) {
  const [isNew, setIsNew] = createSignal(false);
  const attempt = createAttempt(async () => {
    props.onSent(await resendCode(props.sent.codeId));
    setIsNew(true);
  });
  const waitSeconds = createMemo(() =>
    Math.max(0, Math.ceil((Date.parse(props.sent.resendAt) - now()) / 1000)),
  );
  return (
    <div class="grid gap-2">
      <Refused refusal={attempt.refusal()} forCodes />
      <p class="auth__sent" role="status">
        <Show when={isNew()}>{t('auth.resent')}</Show>
      </p>
      <Show
        when={waitSeconds() === 0}
        fallback={<p class="caption num auth__wait">{t('auth.resendIn', { seconds: waitSeconds() })}</p>}
      >
        <Button
          variant="ghost"
          icon="arrow-path"
          busy={attempt.busy()}
          busyText={t('auth.sending')}
          onClick={() => void attempt.run()}
        >
          {t('auth.resend')}
        </Button>
      </Show>
    </div>
  );
}
