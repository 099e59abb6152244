export { findBoardImageFile } from './images.ts';
export { recordBoard } from './recordBoard.ts';
export { boardRoutes } from './routes.ts';
