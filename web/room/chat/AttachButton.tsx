import { t } from '../../text/sessionFiles.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** Chooses files for a message. */
export function AttachButton(props: { onFiles: (files: File[]) => void }) {
  let input: HTMLInputElement | undefined;
  return (
    <>
      <IconButton
        icon="paper-clip"
        size="sm"
        label={t('sessionFiles.attach')}
        onClick={() => input?.click()}
      />
      <input
        ref={(element) => (input = element)}
        type="file"
        multiple
        hidden
        aria-label={t('sessionFiles.attach')}
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
