import type { RequestAnswer, SignallingErrorCode } from './contracts/signalling.ts';

/** A request that is refused; its code is what the page acts upon. */
export class SignallingError extends Error {
  readonly code: SignallingErrorCode;
  constructor(code: SignallingErrorCode, message: string) {
    super(message);
    this.name = 'SignallingError';
    this.code = code;
  }
}

/** How an error is told to a page: what was not meant for it is only "internal". */
export function refusal(error: unknown): Extract<RequestAnswer, { ok: false }> {
  return error instanceof SignallingError
    ? { ok: false, error: { code: error.code, message: error.message } }
    : { ok: false, error: { code: 'internal', message: 'the request failed' } };
}

/**
 * Runs a call that hands a page's parameters to mediasoup, which checks them in depth.
 * @param target the transport or router called: when it closed meanwhile, the page is not to blame.
 * @throws SignallingError `media_unavailable` or `bad_request`.
 */
export async function checkedByMediasoup<T>(
  target: { readonly closed: boolean },
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (target.closed) throw new SignallingError('media_unavailable', 'the transport closed meanwhile');
    throw new SignallingError('bad_request', error instanceof Error ? error.message : 'refused');
  }
}
