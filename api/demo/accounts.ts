import type { Role } from '../contracts/accounts.ts';

/** Who can be tried out in demo mode. Not secret: these accounts exist nowhere else. */
export const demoAccounts: { role: Role; name: string; email: string; password: string }[] = [
  {
    role: 'learner',
    name: 'Ananya Das',
    email: 'learner@demo.peerlearn.invalid',
    password: 'learn-something',
  },
  {
    role: 'mentor',
    name: 'Vikram Iyer',
    email: 'mentor@demo.peerlearn.invalid',
    password: 'teach-something',
  },
  { role: 'admin', name: 'Leela Menon', email: 'admin@demo.peerlearn.invalid', password: 'run-the-business' },
];
