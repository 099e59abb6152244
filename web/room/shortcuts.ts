import { onCleanup, onMount } from 'solid-js';

/** Single keys that act while nobody types and no dialog is open. */
export function useShortcuts(acts: Record<string, () => void>): void {
  const press = (event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return;
    acts[event.key.toUpperCase()]?.();
  };
  onMount(() => {
    document.addEventListener('keydown', press);
    onCleanup(() => document.removeEventListener('keydown', press));
  });
}
