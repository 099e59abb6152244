import { createSignal } from 'solid-js';
import { t } from '../text/sessionFiles.ts';
import { Button } from '../ui/Button.tsx';

/** A place for files: they are dropped there, or chosen by the button. */
export function PickFiles(props: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  return (
    <div
      class="pick-files"
      classList={{ 'is-hover': over() }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Button icon="plus" onClick={() => input?.click()}>
        {t('sessionFiles.resources.add')}
      </Button>
      <input
        ref={(element) => (input = element)}
        type="file"
        multiple
        hidden
        aria-label={t('sessionFiles.resources.add')}
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
