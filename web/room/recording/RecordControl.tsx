import { Show, createSignal } from 'solid-js';
import type { RecordingTurn } from '../../../media/contracts/recording.ts';
import { t } from '../../text/recording.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Control } from '../Control.tsx';
import { useShortcuts } from '../shortcuts.ts';
import type { RoomRecording } from './createRecording.ts';

type Props = { recording: RoomRecording };

/** The mentor's control of the recording: start, pause, resume, stop (ROOM-12). */
export function RecordControl(props: Props) {
  const [open, setOpen] = createSignal(false);
  useShortcuts({ D: () => setOpen(true) });
  const view = () => props.recording.view();
  return (
    <>
      <Control
        icon="stop"
        word={t('recording.word')}
        label={t('recording.open')}
        shortcut="D"
        pressed={view().state === 'on'}
        look={view().state === 'on' ? 'on' : 'plain'}
        onPress={() => setOpen(true)}
      />
      <RecordDialog recording={props.recording} open={open()} onOpen={setOpen} />
    </>
  );
}

function RecordDialog(props: { recording: RoomRecording; open: boolean; onOpen: (open: boolean) => void }) {
  const [busy, setBusy] = createSignal<RecordingTurn>();
  const view = () => props.recording.view();
  async function turn(to: RecordingTurn): Promise<void> {
    setBusy(to);
    if (await props.recording.turn(to)) props.onOpen(false);
    setBusy(undefined);
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpen}
      title={t(view().available ? 'recording.open' : 'recording.unavailable')}
      description={t(view().available ? 'recording.why' : 'recording.unavailableText')}
      footer={
        <Show
          when={view().available}
          fallback={<Button onClick={() => props.onOpen(false)}>{t('recording.close')}</Button>}
        >
          <Show
            when={view().state !== 'off'}
            fallback={
              <>
                <Button onClick={() => props.onOpen(false)}>{t('recording.notNow')}</Button>
                <Button variant="primary" busy={busy() === 'on'} onClick={() => void turn('on')}>
                  {t('recording.start')}
                </Button>
              </>
            }
          >
            <Button variant="danger" busy={busy() === 'off'} onClick={() => void turn('off')}>
              {t('recording.stop')}
            </Button>
            <Show
              when={view().state === 'on'}
              fallback={
                <Button variant="primary" busy={busy() === 'on'} onClick={() => void turn('on')}>
                  {t('recording.resume')}
                </Button>
              }
            >
              <Button variant="primary" busy={busy() === 'paused'} onClick={() => void turn('paused')}>
                {t('recording.pause')}
              </Button>
            </Show>
          </Show>
        </Show>
      }
    />
  );
}
