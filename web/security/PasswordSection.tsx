import { createSignal } from 'solid-js';
import { passwordMinLength } from '../../api/contracts/accounts.ts';
import { changePassword as contract } from '../../api/contracts/profile.ts';
import { createAttempt } from '../accounts/createAttempt.ts';
import { Refused } from '../accounts/Refused.tsx';
import { credentials } from '../lib/credentials.ts';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/security.ts';
import { Button } from '../ui/Button.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { showToast } from '../ui/showToast.ts';
import { changePassword } from './queries.ts';
import './security.css';

/** A new password for someone who knows the last one; it ends all other log-ins (AUTH-5). */
export default function PasswordSection() {
  const [current, setCurrent] = createSignal('');
  const [password, setPassword] = createSignal('');
  const wrong = createFieldErrors<'current' | 'password'>();
  let form: HTMLFormElement | undefined;
  const attempt = createAttempt(async () => {
    await changePassword({ current: current(), password: password() });
    setCurrent('');
    setPassword('');
    showToast({ tone: 'success', title: t('security.changed'), text: t('security.othersEnded') });
  }, place);

  function place(error: unknown): boolean {
    if (!(error instanceof ApiError) || error.code !== 'invalid') return false;
    const isCurrent = error.fields.some(({ field }) => field === 'current');
    wrong.show(form, {
      current: isCurrent ? t('security.passwordWrong') : undefined,
      password: isCurrent ? undefined : t('security.passwordWeak'),
    });
    return true;
  }
  function submit(): void {
    attempt.forget();
    const refused = contract.safeParse({ current: current(), password: password() }).error;
    const fields = new Set(refused?.issues.map((issue) => issue.path[0]));
    const isSame = current() !== '' && current() === password();
    if (refused || isSame) {
      return wrong.show(form, {
        current: fields.has('current') ? t('security.passwordMissing') : undefined,
        password: fields.has('password')
          ? t('security.passwordShort', { count: passwordMinLength })
          : isSame
            ? t('security.passwordSame')
            : undefined,
      });
    }
    wrong.clear();
    void attempt.run();
  }
  return (
    <section class="card card--pad secure-part" aria-labelledby="change-password">
      <header class="secure-part__head">
        <div>
          <h2 class="h-card" id="change-password">
            {t('security.passwordTitle')}
          </h2>
          <p class="muted">{t('security.passwordText')}</p>
        </div>
      </header>
      <form
        class="secure-part secure-part__form"
        ref={(element) => (form = element)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Refused refusal={attempt.refusal()} />
        <input type="email" autocomplete="username" hidden readonly value={credentials.user()?.email ?? ''} />
        <PasswordField
          label={t('security.currentPassword')}
          name="current"
          autocomplete="current-password"
          value={current()}
          onValue={(value) => {
            setCurrent(value);
            wrong.forget('current');
          }}
          error={wrong.of('current')}
        />
        <PasswordField
          label={t('security.newPassword')}
          name="password"
          autocomplete="new-password"
          help={t('security.newPasswordHelp', { count: passwordMinLength })}
          value={password()}
          onValue={(value) => {
            setPassword(value);
            wrong.forget('password');
          }}
          error={wrong.of('password')}
        />
        <div class="row">
          <Button type="submit" variant="primary" busy={attempt.busy()} busyText={t('security.changing')}>
            {t('security.change')}
          </Button>
        </div>
      </form>
    </section>
  );
}
