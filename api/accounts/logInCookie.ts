import type { Context } from 'koa';
import type { LogInAnswer, SignedIn } from '../contracts/accounts.ts';
import type { Services } from '../Services.ts';
import { signAccessToken } from './accessToken.ts';
import type { BegunLogIn, Origin } from './beginLogIn.ts';
import type { HalfwayLogIn } from './challenge.ts';
import { presentUser } from './presenter.ts';

const name = 'peerlearn_refresh';

/** The refresh token travels only in this cookie, which no script and no other site can use (AUTH-6). */
export function createLogInCookie({ settings, now }: Services) {
  const options = {
    httpOnly: true,
    sameSite: 'strict',
    secure: settings.publicUrl.startsWith('https:'),
    path: '/api/auth',
    overwrite: true,
  } as const;
  /** Sets the cookie; the answer carries the access token. */
  const answer = async (context: Context, { user, logInId, refreshToken }: BegunLogIn): Promise<SignedIn> => {
    const maxAge = settings.tokens.refreshSeconds * 1000;
    context.cookies.set(name, refreshToken, { ...options, maxAge });
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
    clear: (context: Context) => void context.cookies.set(name, null, options),
  };
}
export type LogInCookie = ReturnType<typeof createLogInCookie>;

export const originOf = (context: Context): Origin => ({
  address: context.ip,
  userAgent: context.get('User-Agent'),
});
