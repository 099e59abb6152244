import { batch, createSignal } from 'solid-js';
import { signedIn, type SignedIn, type User } from '../../api/contracts/accounts.ts';
import { serverNow } from './clock.ts';
import { ApiError, readProblem } from './problem.ts';

/** Says only that this browser has a refresh cookie (which scripts cannot see), so visitors are spared a refused call. */
const hintKey = 'peerlearn.signed-in';
const lockName = 'peerlearn.refresh';

export type Credentials = ReturnType<typeof createCredentials>;

/**
 * Who is logged in. The access token stays in memory; the refresh token is an HttpOnly cookie that is rotated at
 * each use, so refreshes never run side by side: one per tab by a shared promise, one per browser by a lock.
 */
export function createCredentials(send: typeof fetch = (...ask) => fetch(...ask)) {
  const state = createLogInState();
  const { current, lapsed, accept, forget } = state;
  // The server, which renders pages for visitors, has no tabs.
  const otherTabs = typeof document === 'undefined' ? null : new BroadcastChannel('peerlearn.account');
  let refreshing: Promise<boolean> | undefined;
  let restoring = Promise.resolve();

  async function askRefresh(): Promise<boolean> {
    const answer = await sendRefresh(send);
    if (answer) accept(answer);
    else forget(true);
    return answer !== null;
  }
  const accessToken = (): string | undefined => (lapsed() ? undefined : current()?.accessToken);

  if (otherTabs) {
    otherTabs.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'logged-out') forget(false);
      if (data === 'logged-in' && !accessToken()) void refresh().catch(() => undefined);
    };
  }

  /** @returns whether somebody is logged in now. @throws ApiError when the API cannot be asked. */
  function refresh(): Promise<boolean> {
    refreshing ??= navigator.locks.request(lockName, askRefresh).finally(() => (refreshing = undefined));
    return refreshing;
  }

  async function restoreRemembered(): Promise<void> {
    if (localStorage.getItem(hintKey) === null) return state.setKnown();
    await refresh().catch(state.setKnown);
  }

  return {
    /** Whose page this is: still theirs when their log-in has lapsed. */
    user: (): User | null => current()?.user ?? null,
    /** Somebody can act now. */
    isLoggedIn: (): boolean => accessToken() !== undefined,
    /** The server ended the log-in of this page, or of this browser, and nobody has logged in since. */
    lapsed,
    accessToken,
    /** A token that is good for the next seconds at least; undefined for a visitor. */
    async freshToken(): Promise<string | undefined> {
      const expiresAt = current()?.expiresAt;
      const isOld = expiresAt !== undefined && Date.parse(expiresAt) - serverNow() < 5000;
      if (isOld && !lapsed()) await refresh().catch(() => undefined);
      return accessToken();
    },
    /** False until it is known whether somebody is logged in. */
    known: state.known,
    refresh,
    /** At the page's start: takes up the log-in that the browser remembers. */
    restore(): Promise<void> {
      restoring = restoreRemembered();
      return restoring;
    },
    /** Resolves once it is known whose page this is, so that nothing is asked for in a visitor's name before. */
    settled: (): Promise<void> => restoring,
    loggedIn(answer: SignedIn): void {
      accept(answer);
      otherTabs?.postMessage('logged-in');
    },
    loggedOut(): void {
      forget(false);
      otherTabs?.postMessage('logged-out');
    },
    /** They do not log in again after a lapse: the page is a visitor's. */
    leave: (): void => forget(false),
  };
}

/** What is known of the log-in, and the hint that outlives the page. */
function createLogInState() {
  const [current, setCurrent] = createSignal<SignedIn | null>(null);
  const [lapsed, setLapsed] = createSignal(false);
  const [known, setKnown] = createSignal(false);
  function set(answer: SignedIn | null, isLapsed: boolean): void {
    batch(() => {
      setCurrent(answer);
      setLapsed(isLapsed);
      setKnown(true);
    });
  }
  return {
    current,
    lapsed,
    known,
    setKnown: () => void setKnown(true),
    accept: (answer: SignedIn): void => {
      localStorage.setItem(hintKey, '1');
      set(answer, false);
    },
    /** @param isRefused the server ended the log-in: who typed something keeps the page, and logs in again over it. */
    forget: (isRefused: boolean): void => {
      localStorage.removeItem(hintKey);
      set(isRefused ? current() : null, isRefused);
    },
  };
}

/** @returns null when the browser's log-in is over. @throws ApiError when that cannot be known now. */
async function sendRefresh(send: typeof fetch): Promise<SignedIn | null> {
  const response = await send('/api/auth/refresh', { method: 'POST', credentials: 'same-origin' }).catch(
    () => {
      throw new ApiError('network', 0);
    },
  );
  if (response.ok) return signedIn.parse(await response.json());
  const refusal = await readProblem(response);
  if (refusal.status >= 500 || refusal.status === 429) throw refusal;
  return null;
}

export const credentials = createCredentials();
