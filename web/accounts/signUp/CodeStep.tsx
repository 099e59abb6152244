import { Show, createMemo, createSignal } from 'solid-js';
import { codeSent, type CodeSent } from '../../../api/contracts/accounts.ts';
import { api } from '../../lib/api.ts';
import { now } from '../../lib/clock.ts';
import { ApiError } from '../../lib/problem.ts';
import { t } from '../../text/signUp.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { Banner } from '../../ui/feedback.tsx';
import { createAttempt } from '../createAttempt.ts';
import { Refused } from '../Refused.tsx';
import { clockUntil } from './clock.ts';
import { draft, filesAreLost, setDraft } from './draft.ts';
import type { CodeEntry } from './createCodeEntry.ts';
import type { SignUpFlow } from './createSignUp.ts';

type CodeStepProps = { flow: SignUpFlow; entry: CodeEntry; onComplete: () => void };

/** The six digits from the mail (AUTH-4). */
export function CodeStep(props: CodeStepProps) {
  const isOver = createMemo(() => !draft.sent || Date.parse(draft.sent.expiresAt) <= now());
  return (
    <>
      <p>
        {t('signUp.codeSentTo')} <b class="code-step__email">{draft.email}</b>{' '}
        <button type="button" class="link" onClick={() => props.flow.goTo('about')}>
          {t('signUp.changeEmail')}
        </button>
      </p>
      <Show when={filesAreLost()}>
        <Banner
          tone="warning"
          action={
            <Button size="sm" onClick={() => props.flow.goTo('profile')}>
              {t('signUp.filesAgain')}
            </Button>
          }
        >
          {t('signUp.filesLost')}
        </Banner>
      </Show>
      <CodeField
        label={t('signUp.code')}
        value={props.entry.code()}
        onValue={(code) => props.entry.setCode(code)}
        onComplete={() => props.onComplete()}
        error={props.entry.error()}
      />
      <Show when={draft.sent}>
        {(sent) => (
          <div class="code-step__times">
            <p class="caption num">
              <Show when={!isOver()} fallback={t('signUp.codeOver')}>
                {t('signUp.codeGoodFor', { time: clockUntil(sent().expiresAt, now()) })}
              </Show>
            </p>
            <Resend sent={sent()} onSent={() => props.entry.beginAnew()} flow={props.flow} />
          </div>
        )}
      </Show>
      <p class="caption">{t('signUp.spam')}</p>
    </>
  );
}

/** Another code in place of the last, 30 seconds after it. */
function Resend(props: { sent: CodeSent; flow: SignUpFlow; onSent: () => void }) {
  const [isNew, setIsNew] = createSignal(false);
  const mustWait = createMemo(() => Date.parse(props.sent.resendAt) > now());
  const attempt = createAttempt(async () => {
    try {
      const sent = await api.post('/api/auth/resend-code', codeSent, { codeId: props.sent.codeId });
      setDraft('sent', (known) => known && { ...known, ...sent });
      setIsNew(true);
      props.onSent();
    } catch (error) {
      // It was used up or is long over: a new account must be asked for.
      if (!(error instanceof ApiError) || error.code !== 'code_expired') throw error;
      await props.flow.sendAnew();
    }
  });
  return (
    <>
      <Show
        when={!mustWait()}
        fallback={
          <p class="caption num">{t('signUp.resendIn', { time: clockUntil(props.sent.resendAt, now()) })}</p>
        }
      >
        <Button
          size="sm"
          variant="ghost"
          icon="arrow-path"
          busy={attempt.busy()}
          busyText={t('signUp.resending')}
          onClick={() => void attempt.run()}
        >
          {t('signUp.resend')}
        </Button>
      </Show>
      <p class="code-step__new" role="status">
        <Show when={isNew()}>{t('signUp.resent')}</Show>
      </p>
      <Refused refusal={attempt.refusal()} forCodes />
    </>
  );
}
