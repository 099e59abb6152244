import { createSignal } from 'solid-js';
import { sixDigits } from '../../../api/contracts/accounts.ts';
import { createFieldErrors } from '../../lib/fieldErrors.ts';
import { ApiError } from '../../lib/problem.ts';
import { t } from '../../text/signUp.ts';
import { createAttempt } from '../createAttempt.ts';
import type { SignUpFlow } from './createSignUp.ts';
import { draft, secret, setSecret } from './draft.ts';
import { enterCode } from './enterCode.ts';

export type CodeEntry = ReturnType<typeof createCodeEntry>;

/** The last step: the digits that are typed, and what becomes of them (AUTH-4). */
export function createCodeEntry(about: {
  flow: SignUpFlow;
  place: () => HTMLElement | undefined;
  onDone: () => void;
}) {
  const [code, setSignal] = createSignal('');
  const wrong = createFieldErrors<'code'>();
  const attempt = createAttempt(async (codeId: string) => {
    await enterCode({ codeId, code: code() }, { email: draft.email, password: secret().password });
    about.onDone();
  }, placeError);

  function setCode(digits: string): void {
    setSignal(digits);
    if (digits !== '') wrong.forget('code');
  }
  /** @returns whether it stands at a field now */
  function placeError(error: unknown): boolean {
    const reason = error instanceof ApiError ? error.code : undefined;
    if (reason === 'conflict') {
      // Somebody with this address was faster, in another tab: this code is used up.
      setSecret((known) => ({ ...known, sentPassword: '' }));
      about.flow.goTo('about', { email: t('signUp.taken') });
      return true;
    }
    if (reason !== 'wrong_code' && reason !== 'code_expired') return false;
    setCode('');
    wrong.show(about.place(), {
      code: reason === 'wrong_code' ? t('signUp.codeWrong') : t('signUp.codeEnded'),
    });
    return true;
  }
  return {
    code,
    setCode,
    error: () => wrong.of('code'),
    busy: attempt.busy,
    refusal: attempt.refusal,
    forgetRefusal: attempt.forget,
    /** Another code is on its way. */
    beginAnew(): void {
      setCode('');
      wrong.clear();
      attempt.forget();
    },
    async enter(): Promise<void> {
      if (!draft.sent || !sixDigits.safeParse(code()).success)
        return wrong.show(about.place(), { code: t('signUp.wrong.code') });
      wrong.clear();
      await attempt.run(draft.sent.codeId);
    },
  };
}
