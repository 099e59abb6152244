import { For, Show, createSignal, onCleanup, onMount } from 'solid-js';
import { saveFile } from '../lib/saveFile.ts';
import { t } from '../text/security.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { Icon } from '../ui/Icon.tsx';
import { copyText } from './copyText.ts';
import './security.css';

type RecoveryCodesProps = { codes: string[]; email: string; onStored: () => void };

/** Shown once. Nobody goes on before saying that they are stored, nor closes the page by mistake. */
export function RecoveryCodes(props: RecoveryCodesProps) {
  const [isStored, setIsStored] = createSignal(false);
  const [isAsked, setIsAsked] = createSignal(false);
  let list: HTMLElement | undefined;
  let box: HTMLInputElement | undefined;
  const text = () => [t('security.fileHead', { email: props.email }), '', ...props.codes, ''].join('\n');

  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  onMount(() => {
    window.addEventListener('beforeunload', warn);
    list?.focus();
  });
  onCleanup(() => window.removeEventListener('beforeunload', warn));

  function goOn(): void {
    if (isStored()) return props.onStored();
    setIsAsked(true);
    box?.focus();
  }
  return (
    <form
      class="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <ol
        class="recovery-codes"
        tabindex="-1"
        aria-label={t('security.codes')}
        ref={(element) => (list = element)}
      >
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ol>
      <div class="recovery-acts">
        <Button icon="document-duplicate" onClick={() => void copyText(text(), list)}>
          {t('security.copy')}
        </Button>
        <Button
          icon="arrow-down-tray"
          onClick={() =>
            saveFile(new Blob([text()], { type: 'text/plain;charset=utf-8' }), t('security.fileName'))
          }
        >
          {t('security.download')}
        </Button>
        <Button icon="printer" onClick={() => window.print()}>
          {t('security.print')}
        </Button>
      </div>
      <div classList={{ 'is-shaking': isAsked() }}>
        <Checkbox
          ref={(element: HTMLInputElement) => (box = element)}
          label={t('security.stored')}
          checked={isStored()}
          aria-invalid={isAsked() ? 'true' : undefined}
          aria-describedby={isAsked() ? 'store-first' : undefined}
          onChange={(event) => {
            setIsStored(event.currentTarget.checked);
            setIsAsked(false);
          }}
        />
        <Show when={isAsked()}>
          <p class="field__error" id="store-first" role="alert">
            <Icon name="exclamation-circle" size={16} />
            {t('security.storeFirst')}
          </p>
        </Show>
      </div>
      <Button type="submit" variant="primary" size="lg" block>
        {t('security.goOn')}
      </Button>
    </form>
  );
}
