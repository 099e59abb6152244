import { z } from 'zod';
import { id, instant } from './common.ts';

export const role = z.enum(['learner', 'mentor', 'admin']);
export type Role = z.infer<typeof role>;

export const user = z.object({ id, role, name: z.string(), email: z.email() });
export type User = z.infer<typeof user>;

/** What anyone may know of a person. */
export const person = z.object({ id, name: z.string(), role });
export type Person = z.infer<typeof person>;

export const logIn = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  password: z.string().min(1).max(200),
});
export type LogIn = z.infer<typeof logIn>;

/** The access token lives in memory; the refresh token travels only in an HttpOnly cookie. */
export const signedIn = z.object({ accessToken: z.string(), expiresAt: instant, user });
export type SignedIn = z.infer<typeof signedIn>;
