import { For, Show } from 'solid-js';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { formatTime } from '../../lib/formats.ts';
import { t } from '../../text/lobby.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Banner } from '../../ui/feedback.tsx';
import { minutesToAdd } from '../lessonClock.ts';
import { createExtending } from './createExtending.ts';

const choices = [5, 10, 15];

type ExtendDialogProps = {
  session: SessionForMe;
  lostMs: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The mentor's way to more time, at any moment of a lesson. */
export function ExtendDialog(props: ExtendDialogProps) {
  const change = (open: boolean) => {
    extending.forget();
    props.onOpenChange(open);
  };
  const extending = createExtending(
    () => props.session,
    () => change(false),
  );
  const lost = () => minutesToAdd(props.lostMs, props.session.extendedMinutes);
  const offered = () => [...new Set([...(lost() > 0 ? [lost()] : []), ...choices])].sort((a, b) => a - b);
  return (
    <Dialog
      open={props.open}
      onOpenChange={change}
      title={t('clock.title')}
      description={t('clock.plan', { time: formatTime(props.session.endsAt) })}
      footer={<Button onClick={() => change(false)}>{t('clock.close')}</Button>}
    >
      <Show when={lost() > 0}>
        <p>
          <b>{t('clock.lost', { minutes: lost() })}</b> {t('clock.lostText')}
        </p>
      </Show>
      <div class="extend__choices">
        <For each={offered()}>
          {(minutes) => (
            <Button
              variant={minutes === lost() ? 'primary' : 'secondary'}
              busy={extending.adding() === minutes}
              busyText={t('clock.adding')}
              onClick={() => void extending.add(minutes)}
            >
              {t('clock.addLong', { minutes })}
            </Button>
          )}
        </For>
      </div>
      <div role="alert">
        <Show when={extending.refusal()}>{(why) => <Banner tone="warning">{why()}</Banner>}</Show>
      </div>
    </Dialog>
  );
}
