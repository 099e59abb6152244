import { createSignal, type Accessor } from 'solid-js';

/** One of a few, kept on this device; the first is where nothing was chosen. */
export function createKept<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): [Accessor<Value>, (value: Value) => void] {
  const key = `peerlearn.room.${name}`;
  const stored = values.find((value) => value === localStorage.getItem(key));
  const [value, setValue] = createSignal<Value>(stored ?? values[0]);
  return [
    value,
    (chosen) => {
      localStorage.setItem(key, chosen);
      setValue(() => chosen);
    },
  ];
}
