import { t } from '../lib/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { authGate } from './authGate.ts';
import { LogInForm } from './LogInForm.tsx';

/** Stands over the page in which a visitor began something that needs a log-in. */
export default function AuthDialog() {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && authGate.giveUp()}
      title={t('logIn.title')}
      description={authGate.current()?.act ? t('logIn.toGoOn') : undefined}
    >
      <LogInForm onDone={() => void authGate.goOn()} />
    </Dialog>
  );
}
