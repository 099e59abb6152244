import { z } from 'zod';
import { role } from './accounts.ts';

/** What a page must know of the installation before anybody logs in. */
export const appConfig = z.object({
  /** Whether demo accounts, `/dev/ui` and `/dev/mail` exist here. */
  demo: z.boolean(),
  /** Who may be tried out; only in demo mode, where these passwords are no secret. */
  demoAccounts: z
    .array(z.object({ role, name: z.string(), email: z.email(), password: z.string() }))
    .default([]),
});
export type AppConfig = z.infer<typeof appConfig>;
