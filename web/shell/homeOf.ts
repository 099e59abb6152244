import type { Role } from '../../api/contracts/accounts.ts';

export const homeOf = (role: Role): string => `/dashboard/${role}`;
