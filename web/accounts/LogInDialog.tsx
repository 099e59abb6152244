import { t } from '../lib/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { LogInForm } from './LogInForm.tsx';
import { logInGate } from './logInGate.ts';

/** Stands over the page in which a visitor began something that needs a log-in. */
export default function LogInDialog() {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && logInGate.giveUp()}
      title={t('logIn.title')}
      description={t('logIn.toGoOn')}
    >
      <LogInForm onDone={() => logInGate.goOn()} />
    </Dialog>
  );
}
