import { createSignal, onCleanup, onMount } from 'solid-js';
import { preferences } from './devices/preferences.ts';

/**
 * The room's keys, in the order of their help. Handlers, tips, `aria-keyshortcuts` and the help are all made from these
 * lines; what a key does is said in the text `keys.does.<name>`.
 */
export const shortcuts = {
  M: { name: 'microphone', inDialogs: true, onBoard: true },
  V: { name: 'camera', inDialogs: true },
  S: { name: 'screen' },
  H: { name: 'hand' },
  R: { name: 'reactions' },
  P: { name: 'people' },
  C: { name: 'chat' },
  D: { name: 'record' },
  W: { name: 'board', onBoard: true },
  T: { name: 'topics' },
  Q: { name: 'quality' },
  Y: { name: 'layout' },
  X: { name: 'swap' },
  N: { name: 'pin' },
  I: { name: 'pictureInPicture' },
  F: { name: 'fullScreen' },
  ',': { name: 'settings' },
  '?': { name: 'help' },
  L: { name: 'leave' },
  E: { name: 'end' },
} as const satisfies Record<string, { name: string; inDialogs?: boolean; onBoard?: boolean }>;

export type ShortcutKey = keyof typeof shortcuts;
export type ShortcutName = (typeof shortcuts)[ShortcutKey]['name'];

const [handled, setHandled] = createSignal<readonly ShortcutKey[]>([]);

/** The keys that do something here now, for their help. */
export const handledKeys = (): ShortcutKey[] => keysOf(shortcuts).filter((key) => handled().includes(key));

/** The key to show with a control; none while keys are turned off. */
export const shownKey = (key: ShortcutKey): ShortcutKey | undefined =>
  preferences.keys.on() ? key : undefined;

/**
 * Single keys that act while nobody types, wherever the focus is. Only the ones that silence act over a dialog; on the
 * whiteboard, whose own keys are most letters, few do.
 */
export function useShortcuts(acts: Partial<Record<ShortcutKey, () => void>>): void {
  const own = keysOf(acts);
  const press = (event: KeyboardEvent) => {
    // Single keys can be turned off (WCAG 2.1.4): speech input and shaky hands press them by mistake.
    if (!preferences.keys.on() || event.repeat || event.defaultPrevented || isWriting(event)) return;
    const key = keyOf(event);
    if (!key || (isInDialog(event) && !('inDialogs' in shortcuts[key]))) return;
    if (isOnBoard(event) && !('onBoard' in shortcuts[key])) return;
    const act = acts[key];
    if (!act) return;
    // What is opened may take the focus: the letter must not be written there.
    event.preventDefault();
    act();
  };
  onMount(() => {
    document.addEventListener('keydown', press);
    setHandled((before) => [...before, ...own]);
    onCleanup(() => {
      document.removeEventListener('keydown', press);
      setHandled((before) => before.filter((key) => !own.includes(key)));
    });
  });
}

const textInputs = 'input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"])';
/** Where a letter is written, or leads to an entry that begins with it. */
const typingPlaces = `${textInputs}, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="menu"], [role="listbox"]`;

const isWriting = (event: KeyboardEvent): boolean => event.isComposing || isWithin(event, typingPlaces);
const isOnBoard = (event: KeyboardEvent): boolean => isWithin(event, '[data-board]');
/** Keys go to what has the focus. */
export const isTyping = (event: KeyboardEvent): boolean => isWriting(event) || isOnBoard(event);
export const isInDialog = (event: KeyboardEvent): boolean =>
  isWithin(event, '[role="dialog"], [role="alertdialog"]');

const isWithin = ({ target }: Event, places: string) =>
  target instanceof Element && target.closest(places) !== null;

/** Layouts without Latin letters, as India's InScript, have them where other keyboards do. */
function keyOf(event: KeyboardEvent): ShortcutKey | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const isLatin = /^[\u0020-\u007e]$/u.test(event.key);
  const written = isLatin ? event.key.toUpperCase() : /^Key([A-Z])$/u.exec(event.code)?.[1];
  const key = keysOf(shortcuts).find((one) => one === written);
  // Shift writes the question mark; with a letter it belongs to someone else.
  return event.shiftKey && /^[A-Z]$/u.test(key ?? '') ? undefined : key;
}

const keysOf = <Key extends string>(record: Partial<Record<Key, unknown>>) => Object.keys(record) as Key[];
