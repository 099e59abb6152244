/** Words of refusals about accounts, where the code's own sentence is not enough. */
export const accountText = {
  emailTaken: 'There is an account with this e-mail already. Log in instead.',
  passwordWrong: 'This is not your password.',
  passwordCommon: 'This password is easy to guess. Add a few words that only you would put together.',
  passwordPersonal: 'Leave your name and e-mail out of your password.',
};
