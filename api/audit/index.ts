export { AuditEntry } from './model.ts';
export { type Act, type Actor, type AuditValue, recordAct } from './recordAct.ts';
