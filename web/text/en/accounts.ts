export const accounts = {
  logIn: {
    title: 'Log in',
    lead: 'Good to see you again.',
    toGoOn: 'Log in to go on. You come back to where you are.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Log in',
    busy: 'Logging in…',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    emailWrong: 'Write your e-mail address, like name@example.in.',
    passwordMissing: 'Write your password.',
    demoTitle: 'Demo accounts',
    demoText: 'This is a trial installation. Pick who you want to be.',
    loggedOut: 'You are logged out.',
    learnersBook: 'Seats are for learners',
    youAre: (about: { role: string }) =>
      `You are logged in as: ${about.role}. Log in with a learner’s account to book.`,
  },
  roles: { learner: 'Learner', mentor: 'Mentor', admin: 'Admin' },
};
