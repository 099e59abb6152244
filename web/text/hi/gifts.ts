import type { gifts as english } from '../en/gifts.ts';

export const gifts: typeof english = {
  gifts: {
    thanks: 'धन्यवाद!',
    toYou: (about) => `${about.name} ने आपको ${about.amount} का तोहफ़ा दिया है।`,
    fromYou: (about) => `${about.amount} का आपका तोहफ़ा ${about.mentor} को मिल गया है।`,
    toMentor: (about) => `${about.name} ने ${about.mentor} को तोहफ़ा दिया है।`,
  },
};
