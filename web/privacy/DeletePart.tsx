import { useNavigate } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { describeError } from '../lib/describeError.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/privacy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { showToast } from '../ui/showToast.ts';
import { deleteAccount, useDeletion } from './queries.ts';

/** The end of one's account: what becomes of what, what must be settled first, and the last question. */
export function DeletePart() {
  const deletion = useDeletion();
  const [asking, setAsking] = createSignal(false);
  const blocks = () => deletion.data?.blockedBy ?? [];
  return (
    <section class="card card--pad settings-form" aria-labelledby="delete-title">
      <header>
        <h2 class="h-card" id="delete-title">
          {t('privacy.deleteTitle')}
        </h2>
        <p class="muted">{t('privacy.deleteLead')}</p>
      </header>
      <ul class="consequences">
        <li>{t('privacy.gone')}</li>
        <li>{t('privacy.seats')}</li>
        <li>{t('privacy.stays')}</li>
        <li>{t('privacy.again')}</li>
      </ul>
      <Show when={blocks().length > 0}>
        <div class="banner banner--warning" role="status">
          <Icon name="exclamation-triangle" />
          <div class="grow">
            <p>{t('privacy.blocked')}</p>
            <ul class="consequences">
              <For each={blocks()}>{(block) => <li>{t(`privacy.blocks.${block}`)}</li>}</For>
            </ul>
          </div>
        </div>
      </Show>
      <div class="settings-form__acts">
        <Button
          variant="danger-quiet"
          disabled={!deletion.isSuccess || blocks().length > 0}
          onClick={() => setAsking(true)}
        >
          {t('privacy.delete')}
        </Button>
      </div>
      <DeleteDialog open={asking()} onOpenChange={setAsking} onBlocked={() => void deletion.refetch()} />
    </section>
  );
}

type DeleteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; onBlocked: () => void };

function DeleteDialog(props: DeleteDialogProps) {
  const navigate = useNavigate();
  const [password, setPassword] = createSignal('');
  const [wrong, setWrong] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);

  function change(open: boolean): void {
    if (busy()) return;
    setPassword('');
    setWrong(undefined);
    props.onOpenChange(open);
  }
  async function confirm(): Promise<void> {
    if (busy()) return;
    if (password() === '') return void setWrong(t('privacy.passwordMissing'));
    setBusy(true);
    try {
      await deleteAccount(password());
      credentials.loggedOut();
      showToast({ tone: 'success', title: t('privacy.deleted') });
      navigate('/');
    } catch (error) {
      const isBlocked = error instanceof ApiError && error.code === 'wrong_state';
      const field = error instanceof ApiError ? error.fields[0]?.message : undefined;
      setWrong(field ?? describeError(error));
      if (isBlocked) props.onBlocked();
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={change}
      title={t('privacy.confirmTitle')}
      description={t('privacy.confirmText')}
      footer={
        <>
          <Button variant="ghost" disabled={busy()} onClick={() => change(false)}>
            {t('privacy.keep')}
          </Button>
          <Button
            type="submit"
            form="delete-account"
            variant="danger"
            busy={busy()}
            busyText={t('privacy.deleting')}
          >
            {t('privacy.confirm')}
          </Button>
        </>
      }
    >
      <form
        id="delete-account"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <PasswordField
          label={t('privacy.password')}
          autocomplete="current-password"
          maxLength={200}
          value={password()}
          onValue={(value) => {
            setPassword(value);
            setWrong(undefined);
          }}
          error={wrong()}
        />
      </form>
    </Dialog>
  );
}
