import { Show, createSignal } from 'solid-js';
import { ElsewhereDialog } from './ElsewhereDialog.tsx';

/** The question whether this tab shall be used in place of another one. */
export function createElsewhere() {
  const [answer, setAnswer] = createSignal<(useThis: boolean) => void>();
  return {
    /** @returns what was answered */
    ask: () => new Promise<boolean>((resolve) => setAnswer(() => resolve)),
    View: () => (
      <Show when={answer()}>
        {(give) => (
          <ElsewhereDialog
            onAnswer={(useThis) => {
              give()(useThis);
              setAnswer(undefined);
            }}
          />
        )}
      </Show>
    ),
  };
}
