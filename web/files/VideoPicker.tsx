import { Show } from 'solid-js';
import { uploadRules } from '../../api/contracts/files.ts';
import { t } from '../text/files.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { createPick } from './createPick.ts';
import { DropZone } from './DropZone.tsx';
import { formatBytes } from './formatBytes.ts';
import { createObjectUrl } from './objectUrl.ts';

type PickerProps = {
  /** Overrides "Intro video". */
  label?: string;
  optional?: boolean;
  file: File | null;
  onPick: (file: File | null) => void;
};

/** Chooses a video and plays it; sends nothing. */
export function VideoPicker(props: PickerProps) {
  const { error, pick } = createPick('introVideo', (file) => props.onPick(file));
  const url = createObjectUrl(() => props.file);
  return (
    <DropZone
      label={props.label ?? t('files.video')}
      optional={props.optional}
      shown={<Icon name="video-camera" />}
      title={props.file?.name ?? t('files.videoDrop')}
      help={props.file ? formatBytes(props.file.size) : t('files.videoHelp')}
      error={error()}
      accept={uploadRules.introVideo.types}
      chooseText={props.file ? t('files.replace') : t('files.choose')}
      onFile={(file) => void pick(file)}
      acts={
        <Show when={props.file}>
          <Button size="sm" variant="ghost" onClick={() => props.onPick(null)}>
            {t('files.remove')}
          </Button>
        </Show>
      }
    >
      <Show when={url()}>
        {(source) => (
          <video
            class="drop__video"
            src={source()}
            controls
            playsinline
            preload="metadata"
            aria-label={props.file?.name}
          />
        )}
      </Show>
    </DropZone>
  );
}
