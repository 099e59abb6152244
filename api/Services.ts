import type { Redis } from 'ioredis';
import type { Knex } from 'knex';
import type { Logger } from '../config/logger.ts';
import type { Settings } from '../config/settings.ts';

/** What every domain works with; made once, in server.ts. */
export interface Services {
  settings: Settings;
  knex: Knex;
  redis: Redis;
  logger: Logger;
  /** The clock of lessons and log-ins; tests stand in for it. */
  now: () => Date;
}
