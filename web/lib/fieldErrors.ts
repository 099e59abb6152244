import { batch, createSignal } from 'solid-js';
import type { FieldProblem } from '../../api/contracts/errors.ts';

type Errors<F extends string> = Partial<Record<F, string | undefined>>;

/** Which fields of a form are wrong, and what each expects. */
export function createFieldErrors<F extends string>() {
  const [errors, setErrors] = createSignal<Errors<F>>({});
  return {
    of: (field: F): string | undefined => errors()[field],
    clear: () => setErrors(() => ({})),
    /** Its value has changed: what was said about it may not be true any more. */
    forget: (field: F) => setErrors((known) => ({ ...known, [field]: undefined })),
    /** Marks the fields anew (each shakes again) and takes the focus to the first of them. */
    show(form: HTMLElement | undefined, wrong: Errors<F>): void {
      batch(() => setErrors(() => ({})));
      setErrors(() => wrong);
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    },
  };
}

/** Sorts the API's field problems ("topics.2") by the form's fields; the first sentence about a field counts. */
export function errorsByField<F extends string>(problems: FieldProblem[], fields: readonly F[]): Errors<F> {
  const errors: Errors<F> = {};
  for (const { field, message } of problems) {
    const name = fields.find((known) => known === field.split('.')[0]);
    if (name) errors[name] ??= message;
  }
  return errors;
}
