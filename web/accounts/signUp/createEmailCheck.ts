import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { emailAddress, emailAvailable } from '../../../api/contracts/accounts.ts';
import { api } from '../../lib/api.ts';
import { likelyEmail } from './emailTypos.ts';

/** After the last letter, so that an address is asked about once. */
const pauseMs = 500;

type About = { email: string; isTaken: boolean; likely: string | undefined };

/**
 * What can be said of an address while it is typed: that it has an account, or that another was probably meant. When
 * the API cannot say (no connection, asked too often) nothing is said; the step asks again.
 */
export function createEmailCheck(typed: Accessor<string>) {
  const [about, setAbout] = createSignal<About>({ email: '', isTaken: false, likely: undefined });
  createEffect(
    on(typed, (text) => {
      const parsed = emailAddress.safeParse(text);
      if (!parsed.success) return;
      const email = parsed.data;
      const newer = new AbortController();
      const timer = setTimeout(() => void check(email, newer.signal), pauseMs);
      onCleanup(() => {
        clearTimeout(timer);
        newer.abort();
      });
    }),
  );
  async function check(email: string, signal: AbortSignal): Promise<void> {
    const likely = await likelyEmail(email).catch(() => undefined);
    if (signal.aborted) return;
    setAbout({ email, likely, isTaken: false });
    const answer = await api
      .post('/api/auth/email-available', emailAvailable, { email }, { signal })
      .catch(() => ({ available: true }));
    if (!signal.aborted) setAbout({ email, likely, isTaken: !answer.available });
  }
  /** What is known of an older address says nothing of the one that stands there now. */
  const current = () => (emailAddress.safeParse(typed()).data === about().email ? about() : undefined);
  return {
    isTaken: () => current()?.isTaken === true,
    likely: () => current()?.likely,
  };
}
