import { Show } from 'solid-js';
import { uploadRules } from '../../api/contracts/files.ts';
import { t } from '../text/files.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { createPick } from './createPick.ts';
import { DropZone } from './DropZone.tsx';
import { createObjectUrl } from './objectUrl.ts';

type PickerProps = {
  /** Overrides "Picture". */
  label?: string;
  optional?: boolean;
  file: File | null;
  onPick: (file: File | null) => void;
};

/** Chooses a picture and shows it; sends nothing. */
export function PicturePicker(props: PickerProps) {
  const { error, pick } = createPick('picture', (file) => props.onPick(file));
  const url = createObjectUrl(() => props.file);
  return (
    <DropZone
      label={props.label ?? t('files.picture')}
      optional={props.optional}
      shown={
        <Show when={url()} fallback={<Icon name="photo" />}>
          {(source) => <img class="drop__picture" src={source()} alt="" />}
        </Show>
      }
      title={props.file?.name ?? t('files.pictureDrop')}
      help={t('files.pictureHelp')}
      error={error()}
      accept={uploadRules.picture.types}
      chooseText={props.file ? t('files.replace') : t('files.choose')}
      onFile={(file) => void pick(file)}
      acts={
        <Show when={props.file}>
          <Button size="sm" variant="ghost" onClick={() => props.onPick(null)}>
            {t('files.remove')}
          </Button>
        </Show>
      }
    />
  );
}
