import { plural } from '../plural.ts';

export const notifications = {
  notifications: {
    title: 'Notifications',
    open: 'Notifications',
    unread: (about: { count: number }) =>
      plural(about.count, { one: '1 unread', other: `${about.count} unread` }),
    readAll: 'Mark all as read',
    emptyTitle: 'Nothing new',
    emptyText: 'Bookings, sessions that go live, and news of your account are told here.',
    failed: 'Notifications could not be loaded.',
    isUnread: 'Unread',
    markRead: (about: { text: string }) => `Mark as read: ${about.text}`,
    kinds: {
      'booking.confirmed': (about: Record<string, string>) =>
        `Your seat in “${about.title ?? ''}” is booked.`,
      'session.booked': (about: Record<string, string>) =>
        `${about.learner ?? ''} booked a seat in “${about.title ?? ''}”.`,
      'session.live': (about: Record<string, string>) => `“${about.title ?? ''}” is live. Come in.`,
      'session.cancelled': (about: Record<string, string>) =>
        `“${about.title ?? ''}” was cancelled by its mentor.`,
      'session.resources': (about: Record<string, string>) =>
        `The mentor left files for you with “${about.title ?? ''}”.`,
      'account.exportReady': () => 'Your data are ready to download.',
      'account.newLogIn': (about: Record<string, string>) =>
        `New log-in: ${[about.browser, about.system].filter(Boolean).join(', ') || 'a browser that we do not know'}. Not you? Change your password.`,
    },
  },
  told: {
    title: 'How we tell you',
    lead: 'The list behind the bell tells everything. Codes and mails about safety always come.',
    saved: 'Saved',
    about: 'About',
    email: 'E-mail',
    push: 'Push',
    choice: (about: { way: string; topic: string }) => `${about.way}: ${about.topic}`,
    topics: {
      bookings: { name: 'Bookings', help: 'Seats that are booked or given up' },
      lessons: { name: 'Sessions', help: 'A session of yours goes live' },
      reminders: { name: 'Reminders', help: 'Before a session starts' },
      account: { name: 'Account', help: 'Log-ins, your data' },
    },
    failed: 'Your choices could not be loaded.',
    soundTitle: 'Sound',
    sound: 'A sound when something new comes',
    soundHelp: 'In one tab only, and never during a session.',
    hear: 'Hear it',
    quietTitle: 'Quiet hours',
    quiet: 'No push in quiet hours',
    quietHelp: (about: { zone: string }) =>
      `In your time zone, ${about.zone}. Push waits until they end; e-mail comes anyway.`,
    from: 'From',
    to: 'To',
    timeMissing: 'Choose a time.',
    timeSame: 'Choose another time than the beginning.',
    browserTitle: 'Push in this browser',
    states: {
      on: 'This browser tells you, even when PeerLearn is closed.',
      off: 'This browser does not tell you while PeerLearn is closed.',
      denied: 'Your browser forbids it. Allow notifications for this site in the settings of the browser.',
      unsupported: 'This browser cannot do it. On an iPhone, put PeerLearn on the home screen first.',
      unavailable: 'This PeerLearn does not offer it.',
    },
    turnOn: 'Turn on here',
    turnOff: 'Turn off here',
    noService: 'Your browser’s push service could not be reached. Try again later.',
  },
};
