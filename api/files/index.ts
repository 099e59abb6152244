export { answerUploads } from './answerUploads.ts';
export { cleanFiles } from './cleanFiles.ts';
export { createLinks } from './links.ts';
export { StoredFile } from './model.ts';
export { createPlaces, type FilePlaces, placeWhole, sizeOf } from './places.ts';
export { removeAllFiles, removeStoredFile, retireFile } from './removeFiles.ts';
export { fileRoutes } from './routes.ts';
export { type FindPrivateFile, serveFiles } from './serveFiles.ts';
