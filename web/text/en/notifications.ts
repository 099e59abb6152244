import { plural } from '../plural.ts';

export const notifications = {
  notifications: {
    title: 'Notifications',
    open: 'Notifications',
    unread: (about: { count: number }) =>
      plural(about.count, { one: '1 unread', other: `${about.count} unread` }),
    readAll: 'Mark all as read',
    emptyTitle: 'Nothing new',
    emptyText: 'Bookings and sessions that go live are told here.',
    failed: 'Notifications could not be loaded.',
    isUnread: 'Unread',
    kinds: {
      'booking.confirmed': (about: Record<string, string>) =>
        `Your seat in “${about.title ?? ''}” is booked.`,
      'session.booked': (about: Record<string, string>) =>
        `${about.learner ?? ''} booked a seat in “${about.title ?? ''}”.`,
      'session.live': (about: Record<string, string>) => `“${about.title ?? ''}” is live. Come in.`,
      'account.exportReady': () => 'Your data are ready to download.',
      'account.newLogIn': (about: Record<string, string>) =>
        `New log-in: ${[about.browser, about.system].filter(Boolean).join(', ') || 'a browser that we do not know'}. Not you? Change your password.`,
    },
  },
};
