import { useNavigate } from '@solidjs/router';
import type { Role } from '../../api/contracts/accounts.ts';
import { credentials } from '../lib/credentials.ts';

export const homeOf = (role: Role): string => `/dashboard/${role}`;

/** Leads someone logged in to their own dashboard. */
export function useGoHome(): () => void {
  const navigate = useNavigate();
  return () => {
    const user = credentials.user();
    if (user) navigate(homeOf(user.role), { replace: true });
  };
}
