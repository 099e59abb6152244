import { onCleanup } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { t } from '../text/auth.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { authGate } from './authGate.ts';
import { createLogInFlow } from './logInFlow.ts';
import { LogInSteps } from './LogInSteps.tsx';
import { stepTexts } from './stepTexts.ts';

/** Stands over the page in which a visitor began something that needs a log-in. */
export default function AuthDialog() {
  const flow = createLogInFlow();
  const known = credentials.user();
  if (known && !flow.email()) flow.setEmail(known.email);
  onCleanup(() => flow.leave());
  const lead = () => {
    const about = authGate.current();
    if (about?.lapsed) return t('auth.lapsedLead');
    return about?.act ? t('auth.toGoOn') : t('auth.logInLead');
  };
  const texts = () => stepTexts(flow, lead());
  // What is shown once must not be closed by mistake.
  const mustAnswer = () => flow.step().at === 'recoveryCodes';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !mustAnswer() && authGate.giveUp()}
      mustAnswer={mustAnswer()}
      title={texts().title}
      description={texts().lead}
    >
      <LogInSteps flow={flow} onDone={() => void authGate.goOn()} onSignUp={() => authGate.show('signUp')} />
    </Dialog>
  );
}
