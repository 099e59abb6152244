import { For, Show, onCleanup, onMount } from 'solid-js';
import { formatBytes } from '../../files/formatBytes.ts';
import { t as filesText } from '../../text/files.ts';
import { t } from '../../text/signUp.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { profileUploads, type Sending } from './profileUploads.ts';

/** The account exists; its picture and video are on their way. */
export function ReadyStep() {
  onMount(() => profileUploads.setWatched(true));
  onCleanup(() => profileUploads.setWatched(false));
  return (
    <ul class="sendings">
      <For each={profileUploads.all()}>{(sending) => <SendingRow sending={sending} />}</For>
    </ul>
  );
}

const nameOf = (sending: Sending) =>
  sending.purpose === 'picture' ? filesText('files.picture') : filesText('files.video');

function SendingRow(props: { sending: Sending }) {
  const percent = () => Math.floor((props.sending.sent / props.sending.file.size) * 100);
  return (
    <li class="sendings__one">
      <Icon name={props.sending.purpose === 'picture' ? 'photo' : 'video-camera'} />
      <div class="sendings__words">
        <p class="row row--between">
          <b>{nameOf(props.sending)}</b>
          <span class="caption num">{formatBytes(props.sending.file.size)}</span>
        </p>
        <progress
          class="sending__bar"
          max={100}
          value={percent()}
          aria-label={filesText('files.progress', { name: nameOf(props.sending) })}
        />
        <p class="caption num" role={props.sending.state === 'failed' ? 'alert' : undefined}>
          {stateOf(props.sending, percent())}
        </p>
      </div>
      <Show when={props.sending.state === 'done'}>
        <Icon name="check-circle" class="sendings__done" label={t('signUp.sent')} />
      </Show>
      <Show when={props.sending.state === 'failed'}>
        <Button size="sm" icon="arrow-path" onClick={() => profileUploads.retry(props.sending.purpose)}>
          {t('signUp.retry')}
        </Button>
      </Show>
    </li>
  );
}

function stateOf(sending: Sending, percent: number): string {
  switch (sending.state) {
    case 'sending':
      return percent < 100 ? filesText('files.sent', { percent }) : filesText('files.finishing');
    case 'waiting':
      return filesText('files.waiting');
    case 'done':
      return t('signUp.sent');
    case 'failed':
      return `${t(`signUp.fileFailed.${sending.purpose}`)} ${sending.reason ?? ''}`;
  }
}
