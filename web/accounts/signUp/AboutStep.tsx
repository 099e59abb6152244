import { t } from '../../text/signUp.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/fields.tsx';
import { draft, secret, setDraft, setSecret } from './draft.ts';
import { EmailField } from './EmailField.tsx';
import { PasswordStrength } from './PasswordStrength.tsx';
import type { StepProps } from './createSignUp.ts';

export function AboutStep(props: StepProps) {
  const wrong = () => props.flow.wrong;
  return (
    <>
      <TextField
        label={t('signUp.name')}
        name="name"
        autocomplete="name"
        autocapitalize="words"
        maxLength={80}
        value={draft.name}
        onValue={(name) => {
          setDraft('name', name);
          wrong().forget('name');
        }}
        error={wrong().of('name')}
      />
      <EmailField
        value={draft.email}
        onValue={(email) => {
          setDraft('email', email);
          wrong().forget('email');
        }}
        error={wrong().of('email')}
        onLogInInstead={() => props.flow.logInInstead()}
      />
      <PasswordField
        label={t('signUp.password')}
        name="password"
        autocomplete="new-password"
        help={t('signUp.passwordHelp')}
        value={secret().password}
        onValue={(password) => {
          setSecret((known) => ({ ...known, password }));
          wrong().forget('password');
        }}
        error={wrong().of('password')}
      >
        <PasswordStrength password={secret().password} person={draft} />
      </PasswordField>
    </>
  );
}
