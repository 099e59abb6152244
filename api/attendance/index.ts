export { attendanceOf } from './attendanceOf.ts';
export { recordFact } from './recordFact.ts';
export { roomFacts } from './roomFacts.ts';
export type { Attendance } from './rules.ts';
