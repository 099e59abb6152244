import type { Context } from 'koa';
import type { LogInAnswer, SignedIn } from '../contracts/accounts.ts';
import type { Services } from '../Services.ts';
import { signAccessToken } from './accessToken.ts';
import type { BegunLogIn, Origin } from './beginLogIn.ts';
import type { HalfwayLogIn } from './challenge.ts';
import { presentUser } from './presenter.ts';

/** The refresh token travels only in this cookie, which no script and no other site can use (AUTH-6). */
export function createLogInCookie({ settings, now }: Services) {
  const secure = settings.publicUrl.startsWith('https:');
  // Browsers take a cookie of such a name from nobody but the site itself over HTTPS (RFC 6265bis, 4.1.3).
  const name = secure ? '__Secure-peerlearn_refresh' : 'peerlearn_refresh';
  const options = {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/api/auth',
    overwrite: true,
  } as const;
  const write = (context: Context, token: string | null, how: typeof options & { maxAge?: number }) => {
    // People come by HTTPS although the proxy calls us without: what counts is PUBLIC_URL.
    context.cookies.secure = secure;
    context.cookies.set(name, token, how);
  };
  /** Sets the cookie; the answer carries the access token. */
  const answer = async (context: Context, { user, logInId, refreshToken }: BegunLogIn): Promise<SignedIn> => {
    const maxAge = settings.tokens.refreshSeconds * 1000;
    write(context, refreshToken, { ...options, maxAge });
    const { id, role } = user;
    const token = await signAccessToken(settings.tokens, { id, role, logInId }, now());
    return { ...token, user: presentUser(user) };
  };
  return {
    answer,
    /** As `answer`, or where the log-in goes on. */
    answerNext: async (context: Context, logIn: BegunLogIn | HalfwayLogIn): Promise<LogInAnswer> => {
      if (!('halfway' in logIn)) return { next: 'done', ...(await answer(context, logIn)) };
      const { halfway: next, challenge, expiresAt } = logIn;
      return { next, challenge, expiresAt };
    },
    read: (context: Context): string | undefined => context.cookies.get(name),
    clear: (context: Context) => write(context, null, options),
  };
}
export type LogInCookie = ReturnType<typeof createLogInCookie>;

export const originOf = (context: Context): Origin => ({
  address: context.ip,
  userAgent: context.get('User-Agent'),
});
