import type { notifications as english } from '../en/notifications.ts';

export const notifications: typeof english = {
  notifications: {
    title: 'सूचनाएँ',
    open: 'सूचनाएँ',
    unread: (about) => `${about.count} नई`,
    readAll: 'सब पढ़ी हुई मानें',
    emptyTitle: 'कुछ नया नहीं',
    emptyText: 'बुकिंग और लाइव होने वाले सेशन यहाँ बताए जाते हैं।',
    failed: 'सूचनाएँ लोड नहीं हो पाईं।',
    isUnread: 'नई',
    kinds: {
      'booking.confirmed': (about) => `“${about.title ?? ''}” में आपकी सीट बुक हो गई है।`,
      'session.booked': (about) => `${about.learner ?? ''} ने “${about.title ?? ''}” में सीट बुक की है।`,
      'session.live': (about) => `“${about.title ?? ''}” लाइव है। आइए।`,
      'account.exportReady': () => 'आपका डेटा डाउनलोड के लिए तैयार है।',
      'account.newLogIn': (about) =>
        `नया लॉग-इन: ${[about.browser, about.system].filter(Boolean).join(', ') || 'एक अनजान ब्राउज़र'}। आप नहीं थे? अपना पासवर्ड बदल लीजिए।`,
    },
  },
};
