import { createSignal } from 'solid-js';
import { describeError } from '../lib/describeError.ts';
import { createFieldErrors, errorsByField } from '../lib/fieldErrors.ts';
import { ApiError } from '../lib/problem.ts';
import { showToast } from '../ui/showToast.ts';

/** A form that is saved as a whole: what is wrong stands at its field, the rest is said in a toast. */
export function createForm<F extends string>(fields: readonly F[], sentence: (field: F) => string) {
  const wrong = createFieldErrors<F>();
  const [busy, setBusy] = createSignal(false);
  let form: HTMLFormElement | undefined;

  /** @param refused names of fields that the contract refuses; nothing is sent while there are some. */
  async function save(refused: PropertyKey[], send: () => Promise<void>, done: string): Promise<boolean> {
    if (busy()) return false;
    const names = fields.filter((field) => refused.includes(field));
    if (names.length > 0) {
      wrong.show(
        form,
        Object.fromEntries(names.map((field) => [field, sentence(field)])) as Record<F, string>,
      );
      return false;
    }
    wrong.clear();
    setBusy(true);
    try {
      await send();
      showToast({ tone: 'success', title: done });
      return true;
    } catch (error) {
      sayWhy(error);
      return false;
    } finally {
      setBusy(false);
    }
  }

  function sayWhy(error: unknown): void {
    const named = error instanceof ApiError ? errorsByField(error.fields, fields) : {};
    if (Object.keys(named).length > 0) wrong.show(form, named);
    else showToast({ tone: 'danger', title: describeError(error) });
  }

  return { wrong, busy, save, hold: (element: HTMLFormElement) => void (form = element) };
}
