import { Show, createSignal, createUniqueId, type JSX } from 'solid-js';
import { t } from '../text/files.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import './files.css';

type DropZoneProps = {
  label: string;
  optional?: boolean;
  /** What stands first: an icon, or the picture as it is now. */
  shown: JSX.Element;
  title: string;
  help: string;
  error?: string | undefined;
  /** Media types that the device's own chooser offers. */
  accept: readonly string[];
  chooseText: string;
  disabled?: boolean;
  onFile: (file: File) => void;
  /** Beside the button that chooses. */
  acts?: JSX.Element;
  /** Below: a preview, the progress. */
  children?: JSX.Element;
};

/** A place for one file: it is dropped there, or chosen by the button. */
export function DropZone(props: DropZoneProps) {
  const id = createUniqueId();
  const [over, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;

  const take = (file: File | undefined) => {
    if (file && !props.disabled) props.onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files[0]);
  };

  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="field__label" id={id}>
        {props.label}
        <Show when={props.optional}>
          <span class="field__opt">{t('ui.optional')}</span>
        </Show>
      </span>
      <div
        class="drop"
        classList={{ 'is-hover': over(), 'is-wrong': props.error !== undefined }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {props.shown}
        <span class="drop__words">
          <b class="drop__title">{props.title}</b>
          <span class="caption">{props.help}</span>
        </span>
        <span class="drop__acts">
          <Button
            size="sm"
            disabled={props.disabled}
            aria-label={`${props.chooseText}: ${props.label}`}
            onClick={() => input?.click()}
          >
            {props.chooseText}
          </Button>
          {props.acts}
        </span>
        <input
          ref={(element) => (input = element)}
          type="file"
          hidden
          aria-label={props.label}
          accept={props.accept.join(',')}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {props.children}
      <Show when={props.error}>
        {(error) => (
          <p class="field__error" role="alert">
            <Icon name="exclamation-circle" size={16} />
            {error()}
          </p>
        )}
      </Show>
    </div>
  );
}
