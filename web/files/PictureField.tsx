import { Show } from 'solid-js';
import { uploadRules } from '../../api/contracts/files.ts';
import { t } from '../text/files.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { createFileField } from './createFileField.ts';
import { DropZone } from './DropZone.tsx';
import { createObjectUrl } from './objectUrl.ts';
import { SendingLine } from './SendingLine.tsx';

type PictureFieldProps = {
  person: { id: string; name: string; pictureUrl: string | null };
  /** Once the profile has another picture, or none; resolves when it is read anew. */
  onChanged: () => Promise<unknown>;
};

/** The picture of one's profile: what is chosen is shown at once, and sent. */
export function PictureField(props: PictureFieldProps) {
  const field = createFileField('picture', () => props.onChanged(), {
    saved: () => t('files.pictureSaved'),
    removed: () => t('files.pictureRemoved'),
  });
  const preview = createObjectUrl(() => field.upload.sending()?.file ?? null);
  return (
    <DropZone
      label={t('files.picture')}
      shown={
        <Avatar
          name={props.person.name}
          id={props.person.id}
          picture={preview() ?? props.person.pictureUrl}
          size={72}
        />
      }
      title={t('files.pictureDrop')}
      help={t('files.pictureHelp')}
      error={field.error()}
      accept={uploadRules.picture.types}
      chooseText={props.person.pictureUrl ? t('files.replace') : t('files.choose')}
      disabled={field.upload.sending() !== null}
      onFile={field.pick}
      acts={
        <Show when={props.person.pictureUrl}>
          <Button size="sm" variant="ghost" busy={field.removing()} onClick={() => void field.remove()}>
            {t('files.remove')}
          </Button>
        </Show>
      }
    >
      <SendingLine upload={field.upload} />
    </DropZone>
  );
}
