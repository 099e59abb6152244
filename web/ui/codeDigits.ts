export const codeLength = 6;

/** What was typed or pasted as the digits of a code: "१२३ 456" is 123456. */
export function codeDigits(typed: string): string {
  const digits = typed.replace(/[०-९]/gu, (digit) => String(digit.charCodeAt(0) - '०'.charCodeAt(0)));
  return digits.replace(/\D/gu, '').slice(0, codeLength);
}
