import { Show } from 'solid-js';
import { uploadRules } from '../../api/contracts/files.ts';
import { t } from '../text/files.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { createFileField } from './createFileField.ts';
import { DropZone } from './DropZone.tsx';
import { SendingLine } from './SendingLine.tsx';

type VideoFieldProps = {
  /** Whose video it is. */
  name: string;
  url: string | null;
  /** Once the profile has another video, or none; resolves when it is read anew. */
  onChanged: () => Promise<unknown>;
};

/** The intro video of one's profile: sent with its progress in sight, paused, gone on with, and played. */
export function VideoField(props: VideoFieldProps) {
  const field = createFileField('introVideo', () => props.onChanged(), {
    saved: () => t('files.videoSaved'),
    removed: () => t('files.videoRemoved'),
  });
  return (
    <DropZone
      label={t('files.video')}
      shown={<Icon name="video-camera" />}
      title={field.upload.sending()?.file.name ?? t('files.videoDrop')}
      help={t('files.videoHelp')}
      error={field.error()}
      accept={uploadRules.introVideo.types}
      chooseText={props.url ? t('files.replace') : t('files.choose')}
      disabled={field.upload.sending() !== null}
      onFile={field.pick}
      acts={
        <Show when={props.url}>
          <Button size="sm" variant="ghost" busy={field.removing()} onClick={() => void field.remove()}>
            {t('files.remove')}
          </Button>
        </Show>
      }
    >
      <SendingLine upload={field.upload} canPause />
      <Show when={props.url}>
        {(url) => (
          <video
            class="drop__video"
            src={url()}
            controls
            playsinline
            preload="metadata"
            aria-label={t('files.videoOf', { name: props.name })}
          />
        )}
      </Show>
    </DropZone>
  );
}
