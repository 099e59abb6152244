import type { accounts as english } from '../en/accounts.ts';

export const accounts: typeof english = {
  logIn: { loggedOut: 'आप लॉग आउट हो गए हैं।' },
  roles: { learner: 'लर्नर', mentor: 'मेंटर', admin: 'एडमिन' },
};
