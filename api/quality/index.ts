export { recordQuality } from './recordQuality.ts';
export { qualityRoutes } from './routes.ts';
