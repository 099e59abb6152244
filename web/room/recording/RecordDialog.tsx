import { Match, Switch, createSignal } from 'solid-js';
import type { RecordingTurn } from '../../../media/contracts/recording.ts';
import { t } from '../../text/recording.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useShortcuts } from '../shortcuts.ts';
import type { RoomRecording } from './createRecording.ts';

/** The mentor starts, pauses, resumes and stops the recording (ROOM-12). Beside the bar: on phones that is in a sheet. */
export function RecordDialog(props: { recording: RoomRecording }) {
  const [busy, setBusy] = createSignal<RecordingTurn>();
  const view = () => props.recording.view();
  const setOpen = (open: boolean) => props.recording.dialog.setOpen(open);
  useShortcuts({ D: () => setOpen(true) });
  async function turn(to: RecordingTurn): Promise<void> {
    setBusy(to);
    if (await props.recording.turn(to)) setOpen(false);
    setBusy(undefined);
  }
  const act = (
    to: RecordingTurn,
    variant: 'primary' | 'danger',
    word: 'start' | 'pause' | 'resume' | 'stop',
  ) => (
    <Button variant={variant} busy={busy() === to} onClick={() => void turn(to)}>
      {t(`recording.${word}`)}
    </Button>
  );
  const words = () => {
    if (!view().available) return { title: t('recording.unavailable'), text: t('recording.unavailableText') };
    return {
      title: t(view().state === 'off' ? 'recording.open' : 'recording.manage'),
      text: t(`recording.why.${view().state}`),
    };
  };
  return (
    <Dialog
      open={props.recording.dialog.open()}
      onOpenChange={setOpen}
      title={words().title}
      description={words().text}
      footer={
        <Switch fallback={<Button onClick={() => setOpen(false)}>{t('recording.close')}</Button>}>
          <Match when={view().available && view().state === 'off'}>
            <Button onClick={() => setOpen(false)}>{t('recording.notNow')}</Button>
            {act('on', 'primary', 'start')}
          </Match>
          <Match when={view().available && view().state === 'on'}>
            {act('off', 'danger', 'stop')}
            {act('paused', 'primary', 'pause')}
          </Match>
          <Match when={view().available && view().state === 'paused'}>
            {act('off', 'danger', 'stop')}
            {act('on', 'primary', 'resume')}
          </Match>
        </Switch>
      }
    />
  );
}
