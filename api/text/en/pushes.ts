import type { PushTexts } from '../pushes.ts';

export const pushes: PushTexts = {
  'booking.confirmed': ({ title = '' }) => ({ title: 'Your seat is booked', body: title }),
  'session.booked': ({ learner = '', title = '' }) => ({ title: `${learner} booked a seat`, body: title }),
  'session.live': ({ title = '' }) => ({ title: 'Live now. Come in.', body: title }),
  'session.cancelled': ({ title = '' }) => ({ title: 'Your lesson was cancelled', body: title }),
  'session.resources': ({ title = '' }) => ({ title: 'The mentor left files for you', body: title }),
  'account.exportReady': () => ({ title: 'Your data are ready', body: 'Download them in your settings.' }),
  'account.newLogIn': ({ browser, system }) => ({
    title: 'New log-in to your account',
    body: [browser, system].filter(Boolean).join(', ') || 'From a browser that we do not know',
  }),
};
