import { createSignal, onCleanup } from 'solid-js';
import type { IconName } from '../../ui/iconNames.ts';

export type Note = {
  /** A note with the key of another takes its place. */
  key: string;
  icon: IconName;
  text: string;
  action?: { label: string; onPress: () => void };
  onDismiss?: () => void;
};
export type Notes = ReturnType<typeof createNotes>;

/** Long enough to read it and press its button; all of it can be had from the bar and the settings as well. */
const shownMs = 15_000;

/** What is said above the control bar about one's own devices. */
export function createNotes() {
  const [notes, setNotes] = createSignal<readonly Note[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  onCleanup(() => {
    for (const timer of timers.values()) clearTimeout(timer);
  });
  function take(key: string): void {
    clearTimeout(timers.get(key));
    timers.delete(key);
    setNotes((all) => all.filter((note) => note.key !== key));
  }
  return {
    shown: notes,
    take,
    /** @param stays until it is taken away, as what it says goes on */
    show(note: Note, { stays = false } = {}): void {
      take(note.key);
      setNotes((all) => [...all, note]);
      if (!stays)
        timers.set(
          note.key,
          setTimeout(() => take(note.key), shownMs),
        );
    },
  };
}
