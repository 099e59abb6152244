import type { ErrorCode } from '../../contracts/errors.ts';

/** What a refusal says to a person. Pages may say more; programs go by the code. */
export const problemTitles: Record<ErrorCode, string> = {
  bad_request: 'This request could not be understood.',
  not_signed_in: 'Log in to do this.',
  wrong_credentials: 'E-mail or password is wrong.',
  session_expired: 'Your log-in has ended. Log in again.',
  forbidden: 'You may not do this.',
  not_found: 'There is nothing here.',
  method_not_allowed: 'This cannot be done here.',
  conflict: 'Somebody changed this at the same time. Try again.',
  slot_taken: 'Slot taken, try another.',
  already_booked: 'You have a seat in this lesson already.',
  overlaps: 'You give another lesson at that time.',
  wrong_state: 'This is not possible any more, or not yet.',
  too_early: 'It is too early for this.',
  too_late: 'It is too late for this.',
  code_expired: 'This code is not good any more. Ask for a new one.',
  too_large: 'This is too large.',
  unsupported_media_type: 'Send this as application/json.',
  invalid: 'Some fields need another look.',
  wrong_code: 'This code is wrong.',
  too_many_requests: 'Too many tries. Wait a little.',
  account_locked: 'Too many wrong tries. Log-in with this e-mail is locked for a while.',
  internal: 'Something went wrong on our side.',
  unavailable: 'This is not available right now. Try again in a moment.',
};
