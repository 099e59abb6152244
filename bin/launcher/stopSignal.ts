/** npm passes a Ctrl-C on to us that the terminal has sent us already: within this time it is the same one. */
const sameKeyMs = 1_000;

/**
 * Listens for Ctrl-C, SIGTERM and a closed terminal.
 * @param onForce called at the second, when the first is not obeyed fast enough
 * @returns a signal that aborts at the first
 */
export function stopSignal(onForce: () => void): AbortSignal {
  const stop = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    if (firstAt === 0) {
      firstAt = Date.now();
      stop.abort();
    } else if (Date.now() - firstAt > sameKeyMs) onForce();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return stop.signal;
}
