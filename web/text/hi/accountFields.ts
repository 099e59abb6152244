import type { accountFields as english } from '../en/accountFields.ts';

export const accountFields: typeof english = {
  accountFields: {
    showPassword: 'पासवर्ड दिखाएँ',
    hidePassword: 'पासवर्ड छिपाएँ',
    capsLock: 'Caps Lock चालू है।',
  },
};
