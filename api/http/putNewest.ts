/**
 * Puts an entry in as the newest. When there are more than `most`, the one put in longest ago makes way: a map keeps the
 * order of insertion.
 */
export function putNewest<Key, Value>(entries: Map<Key, Value>, key: Key, value: Value, most: number): void {
  entries.delete(key);
  entries.set(key, value);
  const [oldest] = entries.keys();
  if (entries.size > most && oldest !== undefined) entries.delete(oldest);
}
