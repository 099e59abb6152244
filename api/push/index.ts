export { cleanPush } from './cleanPush.ts';
export { pushRoutes } from './routes.ts';
export { sendPush, type PushContext } from './sendPush.ts';
