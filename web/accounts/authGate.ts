import { createSignal } from 'solid-js';
import { z } from 'zod';
import { role } from '../../api/contracts/accounts.ts';
import { id } from '../../api/contracts/common.ts';
import { credentials } from '../lib/credentials.ts';
import { homeOf } from '../shell/homeOf.ts';

/** What a visitor can begin before logging in. A new kind is a line here and what it does in finishAct.ts. */
const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('book'), sessionId: id }),
  /** Only to a path of our own. */
  z.object({ kind: z.literal('go'), path: z.string().regex(/^\/(?![/\\])/u) }),
]);
export type Act = z.infer<typeof act>;
export type AuthView = 'logIn' | 'signUp';

const opened = z.object({
  view: z.enum(['logIn', 'signUp']),
  role: role.exclude(['admin']).optional(),
  act: act.optional(),
  /** Their log-in has lapsed under a page that waits for them below. */
  lapsed: z.boolean().optional(),
  /** The page over which it stands. */
  path: z.string(),
  beganAt: z.number(),
});
type Opened = z.infer<typeof opened>;
type Navigate = (path: string, options?: { replace?: boolean }) => void;

const storageKey = 'peerlearn.auth';
/** What was begun longer ago is not done any more: nobody expects a seat to be booked by a tab of yesterday. */
const rememberedMs = 3600_000;

/** The pages that are the dialog by themselves. */
const pageOf: Record<AuthView, string> = { logIn: '/login', signUp: '/signup' };
const isAuthPage = (path: string) => Object.values(pageOf).includes(path);

const [current, setCurrent] = createSignal<Opened | null>(null);
let navigate: Navigate = () => undefined;

function set(next: Opened | null): void {
  setCurrent(next);
  // After a reload nothing waits below any more.
  if (next && !next.lapsed) sessionStorage.setItem(storageKey, JSON.stringify(next));
  else sessionStorage.removeItem(storageKey);
}

const here = () => ({ path: location.pathname, beganAt: Date.now() });

/** What this tab was about before it was loaded anew. */
function remembered(): Opened | null {
  try {
    const parsed = opened.parse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'));
    const isStillAsked = parsed.path === location.pathname && Date.now() - parsed.beganAt < rememberedMs;
    return isStillAsked ? parsed : null;
  } catch {
    return null;
  }
}

async function finish(begun: Act): Promise<void> {
  const user = credentials.user();
  if (!user) return;
  const { finishAct } = await import('./finishAct.ts');
  await finishAct(begun, user, navigate);
}

/**
 * The log-in and sign-up dialog, and the act that it stands in the way of (AUTH-8). Both outlive a reload, and so a
 * phone that drops the page while its owner reads the mail with the code.
 */
export const authGate = {
  current,
  /** Does `begun` at once for someone logged in, else after log-in or sign-up. */
  after(begun: Act): void {
    if (credentials.isLoggedIn()) void finish(begun);
    else set({ view: 'logIn', act: begun, ...here() });
  },
  /** Leads to their dashboard after log-in or sign-up; someone logged in at once. */
  open(view: AuthView, about: { role?: SignUpRole } = {}): void {
    const user = credentials.isLoggedIn() && credentials.user();
    if (user) navigate(homeOf(user.role));
    else if (isAuthPage(location.pathname)) navigate(pageOf[view] + location.search);
    else set({ view, ...about, ...here() });
  },
  /** The log-in has lapsed: it is asked for over the page, which keeps what was typed. */
  askAgain(): void {
    if (credentials.user() && !current()) set({ view: 'logIn', lapsed: true, ...here() });
  },
  /** The other way in; what was begun stays. */
  show(view: AuthView): void {
    const known = current();
    if (known) set({ ...known, view });
  },
  /** Somebody is logged in now: what was begun is finished, else their dashboard opens. */
  async goOn(): Promise<void> {
    const known = current();
    const user = credentials.user();
    if (!known || !user || !credentials.isLoggedIn()) return;
    set(null);
    if (known.act) await finish(known.act);
    else if (!known.lapsed) navigate(homeOf(user.role), { replace: true });
  },
  giveUp(): void {
    const wasLapsed = current()?.lapsed;
    set(null);
    if (wasLapsed) credentials.leave();
  },
  /** Who goes back or elsewhere has thought better of it. */
  moved: (): void => {
    const known = current();
    if (known && !known.lapsed && known.path !== location.pathname) authGate.giveUp();
  },
  /** At the page's start: takes up what this tab was about. */
  async start(goTo: Navigate): Promise<void> {
    navigate = goTo;
    const known = remembered();
    await credentials.settled();
    if (!known || current()) return;
    set(known);
    await authGate.goOn();
  },
};

export type SignUpRole = 'learner' | 'mentor';

/** Where `?next=` may lead: a path of our own. */
export function ownPath(next: string | undefined): string | undefined {
  const parsed = act.safeParse({ kind: 'go', path: next });
  return parsed.success ? next : undefined;
}
