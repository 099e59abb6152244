export { recordMessage } from './recordMessage.ts';
export { chatRoutes } from './routes.ts';
