export { mayWatchSession } from './findSession.ts';
export { announceSession } from './announceSession.ts';
export { Session, SessionTopic, topicKey } from './model.ts';
export { presentSession } from './presenter.ts';
export { sessionRoutes } from './routes.ts';
export { type LessonWindows, opensAt } from './rules.ts';
export type { SeatBook } from './seatBook.ts';
