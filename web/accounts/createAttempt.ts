import { createSignal } from 'solid-js';

/**
 * An act that may be refused, one at a time, and what became of the last.
 * @param place says that it has put a refusal at a field; others stand above the form
 */
export function createAttempt<Args extends unknown[]>(
  act: (...args: Args) => Promise<void>,
  place: (error: unknown) => boolean = () => false,
) {
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<{ error: unknown }>();
  return {
    busy,
    refusal,
    forget: () => setRefusal(undefined),
    async run(...args: Args): Promise<void> {
      if (busy()) return;
      setBusy(true);
      setRefusal(undefined);
      try {
        await act(...args);
      } catch (error) {
        if (!place(error)) setRefusal({ error });
      } finally {
        setBusy(false);
      }
    },
  };
}
