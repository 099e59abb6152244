export { preferencesOf } from './preferencesOf.ts';
export { preferencesRoutes } from './routes.ts';
export { quietUntil } from './rules.ts';
