import { Show, Suspense, lazy, onCleanup } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { t } from '../text/auth.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { WizardDialog } from '../ui/WizardDialog.tsx';
import { authGate } from './authGate.ts';
import { createLogInFlow } from './logInFlow.ts';
import { LogInSteps } from './LogInSteps.tsx';
import { stepTexts } from './stepTexts.ts';

const SignUp = lazy(() => import('./SignUp.tsx'));

/** Stands over the page in which a visitor began something that needs an account. */
export default function AuthDialog() {
  const opener = document.activeElement;
  onCleanup(() => requestAnimationFrame(() => giveFocusBack(opener)));
  return (
    <Show when={authGate.current()?.view === 'signUp'} fallback={<LogInDialog />}>
      <WizardDialog open onOpenChange={(open) => !open && authGate.giveUp()} label={t('auth.signUp')}>
        <Suspense>
          <SignUp
            role={authGate.current()?.role}
            onLogInInstead={() => authGate.show('logIn')}
            onDone={() => void authGate.goOn()}
            onClose={() => authGate.giveUp()}
          />
        </Suspense>
      </WizardDialog>
    </Show>
  );
}

function LogInDialog() {
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

/** From one way in to the other the first dialog is gone, and with it what the second one came from. */
function giveFocusBack(opener: Element | null): void {
  if (document.activeElement !== document.body) return;
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}
