import { createMemo, onCleanup, type Accessor } from 'solid-js';

/** An address under which this page shows a file of the device; given back when it is no longer shown. */
export function createObjectUrl(file: Accessor<File | null>): Accessor<string | null> {
  return createMemo(() => {
    const shown = file();
    if (!shown) return null;
    const url = URL.createObjectURL(shown);
    onCleanup(() => URL.revokeObjectURL(url));
    return url;
  });
}
