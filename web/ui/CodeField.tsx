import { Index } from 'solid-js';
import { codeDigits, codeLength } from './codeDigits.ts';
import { Field, type FieldProps } from './Field.tsx';
import './styles/account-fields.css';

type CodeProps = FieldProps & {
  value: string;
  onValue: (value: string) => void;
  /** The sixth digit is there. */
  onComplete?: (code: string) => void;
  name?: string;
  disabled?: boolean;
};

const places = Array.from({ length: codeLength }, (_, place) => place);

/**
 * A code of six digits. It is one control that is drawn as six boxes: pasting, correcting, the phone's offer from its
 * messages and screen readers all work as with any other.
 */
export function CodeField(props: CodeProps) {
  function take(input: HTMLInputElement): void {
    const digits = codeDigits(input.value);
    input.value = digits;
    const isNew = digits !== props.value;
    props.onValue(digits);
    if (isNew && digits.length === codeLength) props.onComplete?.(digits);
  }
  return (
    <Field label={props.label} help={props.help} error={props.error} optional={props.optional}>
      {(control) => (
        <div class="code-field">
          <div class="code-field__boxes" aria-hidden="true">
            <Index each={places}>
              {(place) => (
                <span
                  class="input code-field__box"
                  classList={{
                    'code-field__box--next': place() === Math.min(props.value.length, codeLength - 1),
                    'code-field__box--wrong': Boolean(props.error),
                  }}
                />
              )}
            </Index>
          </div>
          <input
            {...control}
            class="code-field__digits"
            name={props.name ?? 'code'}
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            autocorrect="off"
            spellcheck={false}
            disabled={props.disabled}
            value={props.value}
            onInput={(event) => take(event.currentTarget)}
          />
        </div>
      )}
    </Field>
  );
}
