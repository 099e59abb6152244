const minuteMs = 60_000;
/** How long a code is good, how often it may be typed wrongly, and when another may be asked for (AUTH-4). */
export const codeRules = { goodForMs: 10 * minuteMs, tries: 5, resendAfterMs: 30_000 };

interface CodeState {
  tries: number;
  sentAt: string;
  expiresAt: string;
  usedAt: string | null;
}

/** Whether a code may still be tried: not used, not expired, not typed wrongly too often. */
export const isOpen = ({ tries, expiresAt, usedAt }: Omit<CodeState, 'sentAt'>, now: Date) =>
  usedAt === null && tries < codeRules.tries && now.getTime() < Date.parse(expiresAt);

/** Seconds until another code may be asked for; 0 when it may be now. */
export function resendWaitSeconds({ sentAt }: Pick<CodeState, 'sentAt'>, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(sentAt) + codeRules.resendAfterMs - now.getTime()) / 1000));
}

/** When a code that is sent now ends, and when the next may be asked for. */
export const codeTimes = (now: Date) => ({
  sentAt: now.toISOString(),
  expiresAt: new Date(now.getTime() + codeRules.goodForMs).toISOString(),
});

/** Shorter parts ("de", "rao") stand in many good passwords by chance. */
const tellingLength = 4;

/** Whether a password holds the person's name, or their e-mail's part before the @, or a part of either. */
export function holdsPerson(password: string, { name, email }: { name: string; email: string }): boolean {
  const local = email.split('@')[0] ?? '';
  const parts = [local, ...local.split(/[^\p{L}\p{N}]+/u), ...name.split(/\s+/u), name.replace(/\s+/gu, '')];
  const typed = password.toLowerCase();
  return parts.some((part) => part.length >= tellingLength && typed.includes(part.toLowerCase()));
}
