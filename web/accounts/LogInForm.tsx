import { For, Show, createSignal } from 'solid-js';
import { logIn as logInContract } from '../../api/contracts/accounts.ts';
import { useAppConfig } from '../lib/appConfig.ts';
import { describeError } from '../lib/describeError.ts';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../lib/text.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/feedback.tsx';
import { TextField } from '../ui/fields.tsx';
import { logIn } from './acts.ts';

export function LogInForm(props: { onDone: () => void }) {
  const [email, setEmail] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal<string>();
  const wrong = createFieldErrors<'email' | 'password'>();
  let form: HTMLFormElement | undefined;

  async function submit(who: { email: string; password: string }): Promise<void> {
    setRefused(undefined);
    const parsed = logInContract.safeParse(who);
    if (!parsed.success) {
      const fields = new Set(parsed.error.issues.map((issue) => issue.path[0]));
      return wrong.show(form, {
        email: fields.has('email') ? t('logIn.emailWrong') : undefined,
        password: fields.has('password') ? t('logIn.passwordMissing') : undefined,
      });
    }
    wrong.clear();
    setBusy(true);
    try {
      await logIn(parsed.data);
      props.onDone();
    } catch (error) {
      setRefused(describeError(error));
      if (error instanceof ApiError && error.code === 'wrong_credentials') {
        form?.querySelector<HTMLInputElement>('[name=password]')?.select();
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      class="grid gap-4"
      ref={(element) => (form = element)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ email: email(), password: password() });
      }}
    >
      <Show when={refused()} keyed>
        {(sentence) => (
          <div class="is-shaking">
            <Banner tone="danger">{sentence}</Banner>
          </div>
        )}
      </Show>
      <TextField
        label={t('logIn.email')}
        name="email"
        type="email"
        autocomplete="username"
        inputMode="email"
        value={email()}
        onValue={(value) => {
          setEmail(value);
          wrong.forget('email');
        }}
        error={wrong.of('email')}
      />
      <TextField
        label={t('logIn.password')}
        name="password"
        type="password"
        autocomplete="current-password"
        value={password()}
        onValue={(value) => {
          setPassword(value);
          wrong.forget('password');
        }}
        error={wrong.of('password')}
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        block
        busy={busy()}
        busyText={t('logIn.busy')}
        class="mt-2"
      >
        {t('logIn.submit')}
      </Button>
      <DemoAccounts onPick={(who) => void submit(who)} />
    </form>
  );
}

/** Only a trial installation has them. */
function DemoAccounts(props: { onPick: (who: { email: string; password: string }) => void }) {
  const config = useAppConfig();
  const accounts = () => (config.isSuccess ? config.data.demoAccounts : []);
  return (
    <Show when={accounts().length > 0}>
      <section class="demo-accounts" aria-labelledby="demo-accounts">
        <h2 class="h-small" id="demo-accounts">
          {t('logIn.demoTitle')}
        </h2>
        <p class="caption">{t('logIn.demoText')}</p>
        <ul class="demo-accounts__list">
          <For each={accounts()}>
            {(account) => (
              <li>
                <button type="button" class="demo-account" onClick={() => props.onPick(account)}>
                  <Avatar name={account.name} id={account.email} size={32} />
                  <span class="grow">
                    <span class="person__name">{account.name}</span>
                    <span class="person__sub">{t(`roles.${account.role}`)}</span>
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
