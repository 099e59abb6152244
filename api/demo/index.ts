export { configRoutes } from './routes.ts';
export { seedDemo } from './seedDemo.ts';
