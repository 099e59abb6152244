import { lazy, type Component } from 'solid-js';
import type { Role } from '../../api/contracts/accounts.ts';
import { t } from '../text/settings.ts';
import type { IconName } from '../ui/iconNames.ts';

type Section = {
  /** Last part of its address. */
  path: string;
  icon: IconName;
  label: () => string;
  parts: Component[];
  roles?: Role[];
};

const sections: Section[] = [
  {
    path: 'profile',
    icon: 'user-circle',
    label: () => t('settings.profile'),
    parts: [lazy(() => import('../files/FilesSection.tsx')), lazy(() => import('./ProfileSection.tsx'))],
  },
  {
    path: 'language',
    icon: 'language',
    label: () => t('settings.language'),
    parts: [lazy(() => import('./LanguageSection.tsx'))],
  },
  {
    path: 'notifications',
    icon: 'bell',
    label: () => t('settings.notifications'),
    parts: [lazy(() => import('../notifications/NotificationChoices.tsx'))],
  },
  {
    path: 'security',
    icon: 'shield-check',
    label: () => t('settings.security'),
    parts: [
      lazy(() => import('../security/PasswordSection.tsx')),
      lazy(() => import('../security/TwoFactorSection.tsx')),
      lazy(() => import('../security/LogInsSection.tsx')),
    ],
  },
  {
    path: 'payout',
    icon: 'briefcase',
    label: () => t('settings.payout'),
    parts: [lazy(() => import('./PayoutSection.tsx'))],
    roles: ['mentor'],
  },
  {
    path: 'privacy',
    icon: 'lock-closed',
    label: () => t('settings.privacy'),
    parts: [lazy(() => import('../privacy/PrivacySection.tsx'))],
  },
];

export const sectionsFor = (role: Role): Section[] =>
  sections.filter(({ roles }) => roles?.includes(role) ?? true);
