export { type Chapter, chaptersOf } from './chaptersOf.ts';
export { recordTopicChange } from './recordTopicChange.ts';
export { topicMarkRoutes } from './routes.ts';
