import { For } from 'solid-js';
import { Field, type FieldProps } from './Field.tsx';

type PickChipsProps<T extends string> = FieldProps & {
  values: T[];
  onValues: (values: T[]) => void;
  choices: { value: T; label: string }[];
  max: number;
};

/** Some of a few, all in sight; pressed ones are chosen. At the limit the others cannot be pressed. */
export function PickChips<T extends string>(props: PickChipsProps<T>) {
  const isChosen = (value: T) => props.values.includes(value);
  const press = (value: T) =>
    props.onValues(isChosen(value) ? props.values.filter((one) => one !== value) : [...props.values, value]);
  return (
    <Field label={props.label} help={props.help} error={props.error} optional={props.optional} group>
      {(control) => (
        <div
          class="chips"
          role="group"
          id={control.id}
          tabindex={-1}
          aria-labelledby={`${control.id}-label`}
          aria-describedby={control['aria-describedby']}
          aria-invalid={control['aria-invalid']}
        >
          <For each={props.choices}>
            {(choice) => (
              <button
                type="button"
                class="chip"
                aria-pressed={isChosen(choice.value)}
                disabled={!isChosen(choice.value) && props.values.length >= props.max}
                onClick={() => press(choice.value)}
              >
                {choice.label}
              </button>
            )}
          </For>
        </div>
      )}
    </Field>
  );
}
