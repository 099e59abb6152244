import { Match, Switch, createSignal } from 'solid-js';
import type { TotpSecret } from '../../api/contracts/twoFactor.ts';
import { credentials } from '../lib/credentials.ts';
import { t } from '../text/security.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { showToast } from '../ui/showToast.ts';
import { ConfirmApp } from './ConfirmApp.tsx';
import { ProveForm } from './ProveForm.tsx';
import {
  beginTwoFactor,
  confirmTwoFactor,
  refetchTwoFactor,
  renewRecoveryCodes,
  turnOffTwoFactor,
} from './queries.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';

export type TwoFactorAct = 'setUp' | 'newCodes' | 'turnOff';

/** Turning the second step on, renewing its recovery codes, turning it off: each after a proof. */
export function TwoFactorDialog(props: { act: TwoFactorAct; onClose: () => void }) {
  const [secret, setSecret] = createSignal<TotpSecret>();
  const [codes, setCodes] = createSignal<string[]>();

  function close(done?: string): void {
    void refetchTwoFactor();
    if (done) showToast({ tone: 'success', title: done });
    props.onClose();
  }
  async function prove(proof: { password: string; code: string }): Promise<void> {
    if (props.act === 'setUp') setSecret(await beginTwoFactor(proof.password));
    else if (props.act === 'newCodes') setCodes((await renewRecoveryCodes(proof)).recoveryCodes);
    else {
      await turnOffTwoFactor(proof);
      close(t('security.turnedOff'));
    }
  }
  const confirm = async (code: string) => void setCodes((await confirmTwoFactor(code)).recoveryCodes);

  const texts = () => {
    if (codes()) return { title: t('security.codes'), text: undefined };
    return {
      setUp: { title: t('security.setUpTitle'), text: secret() ? undefined : t('security.passwordFirst') },
      newCodes: { title: t('security.newCodesTitle'), text: t('security.newCodesText') },
      turnOff: { title: t('security.turnOffTitle'), text: t('security.turnOffText') },
    }[props.act];
  };
  const buttonText = () =>
    ({
      setUp: t('security.next'),
      newCodes: t('security.makeCodes'),
      turnOff: t('security.turnOff'),
    })[props.act];

  return (
    <Dialog
      open
      // Codes that are shown once are not closed by mistake.
      onOpenChange={(open) => !open && !codes() && close()}
      mustAnswer={codes() !== undefined}
      title={texts().title}
      description={texts().text}
    >
      <Switch
        fallback={
          <ProveForm
            withCode={props.act !== 'setUp'}
            danger={props.act === 'turnOff'}
            submitText={buttonText()}
            onProve={prove}
          />
        }
      >
        <Match when={codes()}>
          {(shown) => (
            <RecoveryCodes
              codes={shown()}
              email={credentials.user()?.email ?? ''}
              onStored={() =>
                close(props.act === 'setUp' ? t('security.turnedOn') : t('security.codesStored'))
              }
            />
          )}
        </Match>
        <Match when={secret()}>{(found) => <ConfirmApp secret={found()} onConfirm={confirm} />}</Match>
      </Switch>
    </Dialog>
  );
}
