import { plural } from '../plural.ts';

/** Log-in, reset and second factor: the dialog and the pages /login and /signup. */
export const auth = {
  auth: {
    logInTitle: 'Log in',
    logInLead: 'Good to see you again.',
    toGoOn: 'Log in to go on. You come back to where you are.',
    lapsedLead: 'Your log-in has ended. Log in again to go on: what you typed is kept.',
    lapsed: 'Your log-in has ended. Log in again.',
    email: 'E-mail',
    password: 'Password',
    emailWrong: 'Write your e-mail address, like name@example.in.',
    passwordMissing: 'Write your password.',
    logIn: 'Log in',
    loggingIn: 'Logging in…',
    or: 'or',
    mailCode: 'Log in with an e-mailed code',
    forgot: 'Forgot password?',
    newHere: 'New to PeerLearn?',
    signUp: 'Create an account',
    haveAccount: 'You have an account?',
    usePassword: 'Log in with password',
    back: 'Back to log-in',
    learnersBook: 'Seats are for learners',
    youAre: (about: { role: string }) =>
      `You are logged in as: ${about.role}. Log in with a learner’s account to book.`,
    demoTitle: 'Demo accounts',
    demoText: 'This is a trial installation. Pick who you want to be.',
    /** Parts of a sentence about a lock; the time stands behind. */
    tryAgainIn: 'You can try again in',
    tryAgainNow: 'You can try again now.',
    locked:
      'Too many wrong tries: this account is locked for a while. A new password by e-mail unlocks it at once.',
    tooMany: 'That was a lot at once. Take a short break.',
    tooManyCodes: 'Too many codes were asked for. Use the newest one in your mail, or wait.',
    loginBeganAnew: 'That took too long. Log in once more.',

    askCodeTitle: 'Log in with a code',
    askCodeLead: 'We send six digits to your e-mail. No password needed.',
    sendCode: 'Send the code',
    sending: 'Sending…',
    resetTitle: 'Set a new password',
    resetLead: 'We send six digits to your e-mail. With them you set a new password.',

    codeTitle: 'Look at your mail',
    /** Says nothing of whether there is such an account. */
    codeSent: (about: { email: string }) =>
      `If ${about.email} has an account, a code of six digits is on its way. It may land in spam.`,
    code: 'Code',
    codeHelp: (about: { time: string }) => `Good until ${about.time}.`,
    codeMissing: 'Write the six digits from the mail.',
    codeWrong: 'That code is not right. Look at the newest mail.',
    codeExpired: 'That code is too old or was used up. Send a new one.',
    checking: 'Checking…',
    resend: 'Send a new code',
    resendIn: (about: { seconds: number }) =>
      plural(about.seconds, {
        one: 'A new code can be sent in 1 second',
        other: `A new code can be sent in ${about.seconds} seconds`,
      }),
    resent: 'A new code is on its way. The one before is good no more.',
    otherEmail: 'Use another e-mail',

    newPassword: 'New password',
    newPasswordHelp: (about: { count: number }) =>
      `At least ${about.count} characters. A few words are good and easy to remember.`,
    passwordShort: (about: { count: number }) => `Use at least ${about.count} characters.`,
    passwordWeak: 'This is easy to guess. Take something longer or less common.',
    setPassword: 'Set password and log in',
    setting: 'Setting…',
    endsOthers: 'All other log-ins end: in every other browser you log in again with the new password.',
    passwordSet: 'Your new password is set',
    othersEnded: 'All other log-ins have ended.',

    totpTitle: 'Second step',
    totpLead: 'Open your authenticator app and write the six digits it shows for PeerLearn.',
    totpCode: 'Code of the app',
    totpMissing: 'Write the six digits of your app.',
    totpWrong: 'That code is not right, or was used already. Wait for the next one in your app.',
    goOn: 'Go on',
    useRecovery: 'Use a recovery code',
    useApp: 'Use the authenticator app',
    recoveryLead: 'Write one of the recovery codes that you stored. Each is good once.',
    recoveryCode: 'Recovery code',
    recoveryMissing: 'Write a recovery code, like 4K7Q-9XWM.',
    recoveryWrong: 'That recovery code is not right, or was used already.',

    setupTitle: 'Protect your account',
    setupLead: 'Admins log in with a second step. Set it up once; it takes a minute.',
    codesTitle: 'Store your recovery codes',
    codesLead: 'If you lose your phone, each of these lets you in once. They are shown only now.',
  },
};
