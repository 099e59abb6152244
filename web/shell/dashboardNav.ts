import type { Role } from '../../api/contracts/accounts.ts';
import { t } from '../text/dashboards.ts';
import type { IconName } from '../ui/iconNames.ts';
import { homeOf } from './homeOf.ts';

export type NavItem = {
  path: string;
  icon: IconName;
  label: string;
  /** For the bar on phones. */
  shortLabel?: string;
  /** Pages below its path are parts of it. */
  hasParts?: boolean;
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
export const dashboardNav = (role: Role): NavItem[] => [
  ...navOf[role](),
  {
    path: `${homeOf(role)}/settings`,
    icon: 'cog-6-tooth',
    label: t('nav.settings'),
    shortLabel: t('nav.settingsShort'),
    hasParts: true,
  },
];

export function isCurrent(item: NavItem, path: string): boolean {
  const shown = path.replace(/\/$/u, '');
  return item.path === shown || (item.hasParts === true && shown.startsWith(`${item.path}/`));
}
