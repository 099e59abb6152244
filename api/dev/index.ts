export { devMailRoutes } from './devMailRoutes.ts';
export { startDevMailbox, type DevMailbox } from './startDevMailbox.ts';
