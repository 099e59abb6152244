import { emailAddress } from '../../api/contracts/accounts.ts';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { t } from '../text/auth.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { askCode } from './acts.ts';
import { BackToLogIn } from './BackToLogIn.tsx';
import { createAttempt } from './createAttempt.ts';
import type { LogInFlow, StepAt } from './logInFlow.ts';
import { Refused } from './Refused.tsx';

/** Where the code is to be sent. */
export function AskCodeStep(props: { flow: LogInFlow; step: StepAt<'askCode'> }) {
  const attempt = createAttempt(async (email: string) => {
    const { purpose } = props.step;
    props.flow.setEmail(email);
    const sent = await askCode(purpose, email);
    props.flow.go({ at: 'enterCode', purpose, sent });
  });
  const wrong = createFieldErrors<'email'>();
  let form: HTMLFormElement | undefined;
  function submit(): void {
    attempt.forget();
    const email = emailAddress.safeParse(props.flow.email());
    if (!email.success) return wrong.show(form, { email: t('auth.emailWrong') });
    wrong.clear();
    void attempt.run(email.data);
  }
  return (
    <form
      class="grid gap-4"
      ref={(element) => (form = element)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Refused refusal={attempt.refusal()} forCodes />
      <TextField
        label={t('auth.email')}
        name="email"
        type="email"
        autocomplete="username"
        inputMode="email"
        value={props.flow.email()}
        onValue={(value) => {
          props.flow.setEmail(value);
          wrong.forget('email');
        }}
        error={wrong.of('email')}
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        block
        busy={attempt.busy()}
        busyText={t('auth.sending')}
      >
        {t('auth.sendCode')}
      </Button>
      <BackToLogIn flow={props.flow} />
    </form>
  );
}
