import { Show, createSignal } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { t } from '../../text/lobby.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Banner } from '../../ui/feedback.tsx';
import { cancelPart, whyNotCancelled } from './lobbyCalls.ts';

const away = '/dashboard';

/** Out of the lobby. Before a lesson for two it asks whether the session is meant: nobody cancels by a slip. */
export function LeaveLobby(props: { lesson: SessionForMe; onCancelled: () => void }) {
  const [asking, setAsking] = createSignal(false);
  const mayCancel = () => {
    const { capacity, state, mine } = props.lesson;
    return capacity === 1 && state === 'scheduled' && (mine?.isMentor === true || Boolean(mine?.bookingId));
  };
  return (
    <Show
      when={mayCancel()}
      fallback={
        <ButtonLink variant="ghost" size="sm" icon="x-mark" href={away}>
          {t('lobby.leave')}
        </ButtonLink>
      }
    >
      <Button variant="ghost" size="sm" icon="x-mark" onClick={() => setAsking(true)}>
        {t('lobby.leave')}
      </Button>
      <LeaveDialog {...props} open={asking()} onOpenChange={setAsking} />
    </Show>
  );
}

type LeaveDialogProps = {
  lesson: SessionForMe;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCancelled: () => void;
};

function LeaveDialog(props: LeaveDialogProps) {
  const navigate = useNavigate();
  const [sure, setSure] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const consequence = () =>
    props.lesson.mine?.isMentor
      ? t('lobby.cancelTextMentor')
      : t('lobby.cancelTextLearner', { mentor: props.lesson.mentor.name });

  function change(open: boolean): void {
    if (!open) {
      setSure(false);
      setFailure(undefined);
    }
    props.onOpenChange(open);
  }
  async function cancel(): Promise<void> {
    setBusy(true);
    try {
      await cancelPart(props.lesson);
      change(false);
      props.onCancelled();
    } catch (error) {
      setSure(false);
      setFailure(whyNotCancelled(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={change}
      title={t(sure() ? 'lobby.cancelQuestion' : 'lobby.leaveQuestion')}
      description={sure() ? consequence() : t('lobby.leaveText')}
      footer={
        <Show
          when={sure()}
          fallback={
            <>
              <Show when={!failure()}>
                <Button variant="danger-quiet" onClick={() => setSure(true)}>
                  {t('lobby.cancel')}
                </Button>
              </Show>
              <Button variant="primary" onClick={() => navigate(away)}>
                {t('lobby.leaveForNow')}
              </Button>
            </>
          }
        >
          <Button onClick={() => setSure(false)}>{t('lobby.keep')}</Button>
          <Button
            variant="danger"
            busy={busy()}
            busyText={t('lobby.cancelling')}
            onClick={() => void cancel()}
          >
            {t('lobby.cancel')}
          </Button>
        </Show>
      }
    >
      <div role="alert">
        <Show when={failure()}>{(why) => <Banner tone="warning">{why()}</Banner>}</Show>
      </div>
    </Dialog>
  );
}
