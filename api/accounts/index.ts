export { verifyAccessToken, type Caller } from './accessToken.ts';
export { User } from './model.ts';
export { hashPassword } from './passwords.ts';
export { presentPerson } from './presenter.ts';
export { accountRoutes } from './routes.ts';
