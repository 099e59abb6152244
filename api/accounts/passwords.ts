import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's defaults, which are those of OWASP (19 MiB, 2 passes, 1 lane). */
export const hashPassword = (password: string) => hash(password);

let noOnesHash: Promise<string> | undefined;

/**
 * Whether the password is right. Without a stored hash (nobody has that e-mail) it does the same work, so that
 * the time of the answer does not tell who has an account.
 */
export async function checkPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  noOnesHash ??= hashPassword('a password of nobody');
  const right = await verify(storedHash ?? (await noOnesHash), password);
  return storedHash !== undefined && right;
}
