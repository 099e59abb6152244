import { Show, createEffect, createSignal, on, onCleanup } from 'solid-js';
import { Icon } from './Icon.tsx';

type SearchBoxProps = {
  label: string;
  placeholder: string;
  clearLabel: string;
  /** As they stand in the address. */
  words: string;
  /** `settled`: Enter was pressed; otherwise the typing has only paused. */
  onWords: (words: string, settled: boolean) => void;
};

const wordsMaxLength = 80;
const pauseMs = 300;

/** Searches while one types; Back brings back the words of before. */
export function SearchBox(props: SearchBoxProps) {
  const [typed, setTyped] = createSignal<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let input!: HTMLInputElement;
  onCleanup(() => clearTimeout(timer));
  // The address has moved on by itself: what was typed is of before.
  createEffect(
    on(
      () => props.words,
      (words) => words !== typed()?.trim() && setTyped(undefined),
    ),
  );

  function give(text: string, settled: boolean): void {
    clearTimeout(timer);
    props.onWords(text.trim(), settled);
  }
  function change(text: string): void {
    setTyped(text);
    clearTimeout(timer);
    timer = setTimeout(() => give(text, false), pauseMs);
  }
  return (
    <form
      class="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        give(input.value, true);
      }}
    >
      <div class="input-icon">
        <Icon name="magnifying-glass" />
        <input
          ref={(element) => (input = element)}
          class="input"
          type="search"
          name="q"
          enterkeyhint="search"
          autocomplete="off"
          maxLength={wordsMaxLength}
          aria-label={props.label}
          placeholder={props.placeholder}
          value={typed() ?? props.words}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <Show when={(typed() ?? props.words) !== ''}>
          <button
            type="button"
            class="search-box__clear"
            aria-label={props.clearLabel}
            onClick={() => {
              setTyped('');
              give('', true);
              input.focus();
            }}
          >
            <Icon name="x-mark" size={20} />
          </button>
        </Show>
      </div>
    </form>
  );
}
