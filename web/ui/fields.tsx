import { For, splitProps, type JSX } from 'solid-js';
import { toLocalInput, fromLocalInput } from '../lib/zone.ts';
import { t } from '../lib/text.ts';
import { Field, type FieldProps } from './Field.tsx';
import { IconButton } from './IconButton.tsx';

const frame = ['label', 'help', 'error', 'optional', 'aside', 'value', 'onValue'] as const;
type Valued<T> = FieldProps & { value: T; onValue: (value: T) => void };
type InputProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'value'>;

export function TextField(props: Valued<string> & InputProps) {
  const [own, rest] = splitProps(props, frame);
  return (
    <Field {...own}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          class="input"
          value={own.value}
          onInput={(event) => own.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'value'>;

export function TextArea(props: Valued<string> & TextAreaProps) {
  const [own, rest] = splitProps(props, frame);
  return (
    <Field {...own}>
      {(control) => (
        <textarea
          rows={4}
          {...rest}
          {...control}
          class="input"
          value={own.value}
          onInput={(event) => own.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type SelectProps = Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, 'value'> & {
  choices: { value: string; label: string }[];
};

/** The device's own list: fast on phones and known to every screen reader. */
export function Select(props: Valued<string> & SelectProps) {
  const [own, rest] = splitProps(props, [...frame, 'choices']);
  return (
    <Field {...own}>
      {(control) => (
        <select
          {...rest}
          {...control}
          class="input"
          onChange={(event) => own.onValue(event.currentTarget.value)}
        >
          <For each={own.choices}>
            {(choice) => (
              <option value={choice.value} selected={choice.value === own.value}>
                {choice.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}

type NumberProps = Valued<number> & InputProps & { min: number; max: number; step?: number };

/** A small number with a smaller and a larger button; the arrow keys work as well. */
export function NumberField(props: NumberProps) {
  const [own, rest] = splitProps(props, [...frame, 'min', 'max', 'step']);
  const step = () => own.step ?? 1;
  const change = (by: number) => own.onValue(Math.min(own.max, Math.max(own.min, own.value + by)));
  return (
    <Field {...own}>
      {(control) => (
        <div class="stepper">
          <IconButton
            icon="minus"
            variant="secondary"
            label={`${own.label}: ${t('ui.less')}`}
            disabled={own.value <= own.min}
            onClick={() => change(-step())}
          />
          <input
            {...rest}
            {...control}
            type="number"
            inputMode="numeric"
            class="input num"
            min={own.min}
            max={own.max}
            step={step()}
            value={own.value}
            onInput={(event) => own.onValue(event.currentTarget.valueAsNumber)}
          />
          <IconButton
            icon="plus"
            variant="secondary"
            label={`${own.label}: ${t('ui.more')}`}
            disabled={own.value >= own.max}
            onClick={() => change(step())}
          />
        </div>
      )}
    </Field>
  );
}

/** Date and time in the reader's zone; the value is an ISO instant, or empty while it is incomplete. */
export function DateTimeField(props: Valued<string> & InputProps & { min?: string }) {
  const [own, rest] = splitProps(props, [...frame, 'min']);
  return (
    <Field {...own}>
      {(control) => (
        <input
          {...rest}
          {...control}
          type="datetime-local"
          class="input num"
          min={own.min ? toLocalInput(own.min) : undefined}
          value={own.value ? toLocalInput(own.value) : ''}
          onInput={(event) => own.onValue(fromLocalInput(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}
