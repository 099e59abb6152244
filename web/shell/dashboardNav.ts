import type { Role } from '../../api/contracts/accounts.ts';
import { t } from '../text/dashboards.ts';
import type { IconName } from '../ui/iconNames.ts';

export type NavItem = {
  path: string;
  icon: IconName;
  label: string;
  /** For the bar on phones. */ shortLabel?: string;
};

const navOf: Record<Role, () => NavItem[]> = {
  learner: () => [
    { path: '/dashboard/learner', icon: 'home', label: t('nav.home') },
    { path: '/dashboard/learner/bookings', icon: 'ticket', label: t('nav.bookings') },
    { path: '/sessions', icon: 'magnifying-glass', label: t('nav.browse') },
  ],
  mentor: () => [
    { path: '/dashboard/mentor', icon: 'home', label: t('nav.home') },
    { path: '/dashboard/mentor/sessions', icon: 'calendar-days', label: t('nav.sessions') },
    {
      path: '/dashboard/mentor/create',
      icon: 'plus-circle',
      label: t('nav.create'),
      shortLabel: t('nav.createShort'),
    },
  ],
  admin: () => [
    { path: '/dashboard/admin', icon: 'squares-2x2', label: t('nav.home') },
    { path: '/sessions', icon: 'magnifying-glass', label: t('nav.browse') },
  ],
};

/** Only what leads somewhere. */
export const dashboardNav = (role: Role): NavItem[] => navOf[role]();

export const isCurrent = (item: NavItem, path: string): boolean => item.path === path.replace(/\/$/u, '');
