export { Notification } from './model.ts';
export { notify } from './notify.ts';
export { notificationRoutes } from './routes.ts';
export { pushWorthUntil, waysOf } from './rules.ts';
