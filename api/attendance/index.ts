export { attendanceOf } from './attendanceOf.ts';
export { provedToAttend } from './provedToAttend.ts';
export { recordFact } from './recordFact.ts';
export { roomFacts } from './roomFacts.ts';
export { attendanceRoutes } from './routes.ts';
export type { Attendance } from './rules.ts';
