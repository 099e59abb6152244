export * from './accounts.ts';
export * from './bookings.ts';
export * from './common.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './jobs.ts';
export * from './notifications.ts';
export * from './sessions.ts';
