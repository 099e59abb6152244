export { cleanSessionFiles } from './cleanSessionFiles.ts';
export { findSessionFile } from './linkToFile.ts';
export { sessionFileRoutes } from './routes.ts';
