import { Show, createSignal } from 'solid-js';
import { t } from '../lib/text.ts';
import { Chips } from './Chips.tsx';
import { Field, type FieldProps } from './Field.tsx';

type ChipInputProps = FieldProps & {
  values: string[];
  onValues: (values: string[]) => void;
  max: number;
  maxLength: number;
  placeholder?: string;
  name?: string;
};

/** Words as chips: Enter or a comma adds, Backspace in the empty field takes the last one back. */
export function ChipInput(props: ChipInputProps) {
  const [draft, setDraft] = createSignal('');
  let input: HTMLInputElement | undefined;

  function add(): void {
    const word = draft().trim().replace(/,$/u, '').trim();
    setDraft('');
    const isNew = !props.values.some((known) => known.toLowerCase() === word.toLowerCase());
    if (word && isNew && props.values.length < props.max) props.onValues([...props.values, word]);
  }
  function remove(index: number): void {
    props.onValues(props.values.filter((_, at) => at !== index));
    input?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && draft().trim()) {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && draft() === '' && props.values.length > 0)
      remove(props.values.length - 1);
  }

  return (
    <Field label={props.label} help={props.help} error={props.error} optional={props.optional}>
      {(control) => (
        <div
          class="input-wrap input-wrap--chips"
          classList={{ 'input-wrap--wrong': Boolean(props.error) }}
          onClick={() => input?.focus()}
        >
          <Chips values={props.values} onRemove={remove} />
          <input
            {...control}
            ref={(element) => (input = element)}
            name={props.name}
            maxLength={props.maxLength}
            placeholder={props.values.length === 0 ? props.placeholder : undefined}
            value={draft()}
            onInput={(event) => {
              setDraft(event.currentTarget.value);
              if (event.currentTarget.value.endsWith(',')) add();
            }}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
          <Show when={draft().trim()}>
            <button type="button" class="link chip-add" onClick={add}>
              {t('ui.add')}
            </button>
          </Show>
        </div>
      )}
    </Field>
  );
}
