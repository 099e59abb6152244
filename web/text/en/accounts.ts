export const accounts = {
  logIn: { loggedOut: 'You are logged out.' },
  roles: { learner: 'Learner', mentor: 'Mentor', admin: 'Admin' },
};
