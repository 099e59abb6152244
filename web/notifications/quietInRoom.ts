/** Held by every tab that shows a room. */
const lockName = 'peerlearn.in-room';

/** While somebody is in a room no tab of this browser makes a sound. @returns a function that ends it */
export function quietInRoom(): () => void {
  const ended = new AbortController();
  let leave: () => void = () => undefined;
  const stay = () => new Promise<void>((resolve) => (leave = resolve));
  navigator.locks.request(lockName, { mode: 'shared', signal: ended.signal }, stay).catch(() => undefined);
  return () => {
    ended.abort();
    leave();
  };
}

export async function isInRoom(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockName);
}
