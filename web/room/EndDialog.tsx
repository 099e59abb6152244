import { createSignal } from 'solid-js';
import { describeError } from '../lib/describeError.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { showToast } from '../ui/showToast.ts';
import { t } from '../text/room.ts';

type EndProps = { open: boolean; onOpenChange: (open: boolean) => void; onEnd: () => Promise<void> };

/** Asks before everybody is sent away. */
export function EndDialog(props: EndProps) {
  const [ending, setEnding] = createSignal(false);
  async function end(): Promise<void> {
    setEnding(true);
    try {
      await props.onEnd();
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    }
    setEnding(false);
    props.onOpenChange(false);
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('end.question')}
      description={t('end.consequence')}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t('end.stay')}</Button>
          <Button variant="danger" busy={ending()} busyText={t('end.ending')} onClick={() => void end()}>
            {t('end.confirm')}
          </Button>
        </>
      }
    />
  );
}
