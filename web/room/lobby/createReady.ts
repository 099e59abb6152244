import { createSignal, type Accessor } from 'solid-js';

/** Whether the person of this tab has said that they are ready for a lesson; a page that loads again knows it. */
export function createReady(sessionId: string): [Accessor<boolean>, (ready: boolean) => void] {
  const key = `peerlearn.ready.${sessionId}`;
  const [ready, setReady] = createSignal(sessionStorage.getItem(key) !== null);
  return [
    ready,
    (said) => {
      setReady(said);
      if (said) sessionStorage.setItem(key, 'yes');
      else sessionStorage.removeItem(key);
    },
  ];
}
