import { Show, createUniqueId } from 'solid-js';
import { t } from '../text/files.ts';
import { Button } from '../ui/Button.tsx';
import type { CreatedUpload } from './createUpload.ts';

/** How far a file is, and what can be done about it. */
export function SendingLine(props: { upload: CreatedUpload; canPause?: boolean }) {
  const id = createUniqueId();
  const percent = (sent: number, total: number) => (total === 0 ? 0 : Math.floor((100 * sent) / total));
  return (
    <Show when={props.upload.sending()}>
      {(sending) => {
        const now = () => percent(sending().sent, sending().total);
        const words = () => {
          if (sending().state === 'waiting') return t('files.waiting');
          if (sending().state === 'paused')
            return `${t('files.paused')}, ${t('files.sent', { percent: now() })}`;
          return now() === 100 ? t('files.finishing') : t('files.sent', { percent: now() });
        };
        return (
          <div class="sending">
            <progress
              class="sending__bar"
              max={100}
              value={now()}
              aria-label={t('files.progress', { name: sending().file.name })}
              aria-describedby={id}
            />
            <div class="sending__line">
              <span id={id} role="status">
                {words()}
              </span>
              <span class="sending__acts">
                <Show when={props.canPause}>
                  <Show
                    when={sending().state === 'paused'}
                    fallback={
                      <Button size="sm" icon="pause" onClick={() => props.upload.pause()}>
                        {t('files.pause')}
                      </Button>
                    }
                  >
                    <Button size="sm" icon="play" onClick={() => props.upload.goOn()}>
                      {t('files.goOn')}
                    </Button>
                  </Show>
                </Show>
                <Button size="sm" variant="ghost" onClick={() => props.upload.cancel()}>
                  {t('files.cancel')}
                </Button>
              </span>
            </div>
          </div>
        );
      }}
    </Show>
  );
}
