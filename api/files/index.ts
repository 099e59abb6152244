export { answerUploads } from './answerUploads.ts';
export { cleanFiles } from './cleanFiles.ts';
export { createLinks } from './links.ts';
export { StoredFile } from './model.ts';
export { createPlaces, type FilePlaces, placeWhole, sizeOf } from './places.ts';
export { removeAllFiles, removeStoredFile } from './removeFiles.ts';
export { retireFile } from './retireFiles.ts';
export { fileRoutes } from './routes.ts';
export { type FindPrivateFile, serveFiles } from './serveFiles.ts';
