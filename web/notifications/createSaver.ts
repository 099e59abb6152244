import { createSignal, onCleanup } from 'solid-js';
import type { ChangePreferences } from '../../api/contracts/preferences.ts';
import { describeError } from '../lib/describeError.ts';
import { showToast } from '../ui/showToast.ts';
import { changePreferences } from './preferences.ts';

export type Save = (change: ChangePreferences) => void;

const sayMs = 3000;

/** Saves changes as they are made, and says for a moment that it did. */
export function createSaver() {
  const [saved, setSaved] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  async function saveNow(change: ChangePreferences): Promise<void> {
    clearTimeout(timer);
    // Taken away first, so that it is said anew.
    setSaved(false);
    try {
      await changePreferences(change);
      setSaved(true);
      timer = setTimeout(() => setSaved(false), sayMs);
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    }
  }
  const save: Save = (change) => void saveNow(change);
  return { saved, save };
}
