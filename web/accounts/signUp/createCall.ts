import { createSignal, onCleanup } from 'solid-js';

/** One call to the API at a time; one that was left waiting for is dropped, and what comes back with it. */
export function createCall(refuse: (error: unknown) => void) {
  const [busy, setBusy] = createSignal(false);
  let current = new AbortController();
  function drop(): void {
    current.abort();
    setBusy(false);
  }
  onCleanup(drop);
  return {
    busy,
    drop,
    async run(call: (signal: AbortSignal) => Promise<void>): Promise<void> {
      if (busy()) return;
      const { signal } = (current = new AbortController());
      setBusy(true);
      try {
        await call(signal);
      } catch (error) {
        if (!signal.aborted) refuse(error);
      } finally {
        if (current.signal === signal) setBusy(false);
      }
    },
  };
}
