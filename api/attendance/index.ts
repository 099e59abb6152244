export { attendanceOf } from './attendanceOf.ts';
export { FactsConsumer } from './FactsConsumer.ts';
export { recordFact } from './recordFact.ts';
export type { Attendance } from './rules.ts';
