export { cleanExports, findExportFile } from './exports.ts';
export { makeExport } from './makeExport.ts';
export { privacyRoutes } from './routes.ts';
