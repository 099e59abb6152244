import type { Role } from '../contracts/accounts.ts';

export const docsText = {
  title: 'PeerLearn API',
  explain: 'Every call, as the program parses it. The same for programs:',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  access: {
    anyone: 'anyone',
    signedIn: 'logged in',
    learner: 'learners',
    mentor: 'mentors',
    admin: 'admins',
  } satisfies Record<'anyone' | 'signedIn' | Role, string>,
};
