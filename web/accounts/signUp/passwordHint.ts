import { passwordMinLength } from '../../../api/contracts/accounts.ts';

export type PasswordHint =
  { word: 'short'; missing: number } | { word: 'personal' | 'easy' | 'fair' | 'strong' };

/** Shorter parts ("de", "rao") stand in many good passwords by chance; the API counts likewise. */
const tellingLength = 4;

type Person = { name: string; email: string };

/** Whether a password holds the person's name, or their e-mail's part before the @, or a part of either. */
export function holdsPerson(password: string, { name, email }: Person): boolean {
  const local = email.split('@')[0] ?? '';
  const parts = [local, ...local.split(/[^\p{L}\p{N}]+/u), ...name.split(/\s+/u), name.replace(/\s+/gu, '')];
  const typed = password.toLowerCase();
  return parts.some((part) => part.length >= tellingLength && typed.includes(part.toLowerCase()));
}

const stems = /^(?:password|passwort|qwerty|asdf|welcome|iloveyou|letmein|admin|login|test|india|krishna)/u;
const leet: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' };
const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '01234567890'];

/** What can be said of a password while it is typed. It is a hint: whether it will do is judged by the API. */
export function passwordHint(password: string, person: Person): PasswordHint | null {
  if (password === '') return null;
  if (holdsPerson(password, person)) return { word: 'personal' };
  if (password.length < passwordMinLength)
    return { word: 'short', missing: passwordMinLength - password.length };
  if (isEasy(password)) return { word: 'easy' };
  const different = new Set(password.toLowerCase()).size;
  return { word: password.length >= 14 && different >= 8 ? 'strong' : 'fair' };
}

function isEasy(password: string): boolean {
  const typed = password.toLowerCase();
  const plain = [...typed].map((letter) => leet[letter] ?? letter).join('');
  const isOfRow = rows.some((row) => row.includes(typed) || [...row].reverse().join('').includes(typed));
  const isRepeated = /^(.{1,4})\1+.?$/u.test(typed) || new Set(typed).size < 5;
  // A common word and some digits behind it: "Password2024!".
  const isStem = stems.test(plain) && typed.replace(/[^a-z]/gu, '').length < 12 && typed.length < 14;
  return isOfRow || isRepeated || isStem;
}
