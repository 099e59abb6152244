export { addReview } from './addReview.ts';
export { Review } from './model.ts';
export { reviewRoutes } from './routes.ts';
