/** `name=value` of the refresh cookie that an answer sets. */
export function cookieOf({ headers }: { headers: Headers }): string {
  const cookie = headers.getSetCookie().find((each) => /^(__Secure-)?peerlearn_refresh=/.test(each));
  if (!cookie) throw new Error('no refresh cookie');
  return cookie.split(';')[0] ?? '';
}
