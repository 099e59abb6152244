export { verifyAccessToken, type Caller } from './accessToken.ts';
export { cleanAccounts } from './cleanAccounts.ts';
export { findCodeForMail, type CodeForMail } from './findCodeForMail.ts';
export { User } from './model.ts';
export { hashPassword } from './passwords.ts';
export { presentPerson } from './presenter.ts';
export { accountRoutes } from './routes.ts';
export { codeRules } from './rules.ts';
