import { setImmediate as turn } from 'node:timers/promises';
import { checkedByMediasoup, SignallingError } from './SignallingError.ts';

/**
 * Opens something on a transport or router of mediasoup's, which hands it out even when its owner closed while it was
 * being opened. Nothing would ever close it then: it would count, and keep its timers, for as long as the process runs.
 * @throws SignallingError `media_unavailable` when the owner closed; `bad_request` when mediasoup refuses.
 */
export async function openOn<T extends { close(): void }>(
  owner: { readonly closed: boolean },
  open: () => Promise<T>,
): Promise<T> {
  const opened = await checkedByMediasoup(owner, open);
  if (!owner.closed) return opened;
  opened.close();
  throw new SignallingError('media_unavailable', 'what it was opened on closed meanwhile');
}

/**
 * Runs a call about something that others may close at any moment; then there is nothing to do any more.
 * @throws what the call throws while it is open.
 */
export async function unlessClosed(
  target: { readonly closed: boolean },
  call: () => Promise<unknown>,
): Promise<void> {
  try {
    await call();
  } catch (error) {
    // The worker's answer that it is gone overtakes its word that it closed.
    await turn();
    if (!target.closed) throw error;
  }
}
