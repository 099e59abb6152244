import { typedEmail, setTypedEmail } from './logInFlow.ts';
import { draft, setDraft } from './signUp/draft.ts';
import SignUpWizard from './signUp/SignUpWizard.tsx';
import type { SignUpRole } from './authGate.ts';

type SignUpProps = {
  role?: SignUpRole | undefined;
  onLogInInstead: () => void;
  onDone: () => void;
  onClose?: () => void;
};

/** The wizard; an e-mail that was typed at log-in need not be typed again, nor the other way round. */
export default function SignUp(props: SignUpProps) {
  if (typedEmail() && !draft.email) setDraft('email', typedEmail());
  function logInInstead(): void {
    if (draft.email) setTypedEmail(draft.email);
    props.onLogInInstead();
  }
  return (
    <SignUpWizard
      role={props.role}
      onLogInInstead={logInInstead}
      onDone={() => props.onDone()}
      onClose={props.onClose}
    />
  );
}
