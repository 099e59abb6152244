import { installPackages } from './debianPackages.ts';
import { findProgram } from './programs.ts';

/** The path of redis-server, which is installed when absent. */
export function ensureRedisServer(): string {
  const found = findProgram('redis-server');
  if (found) return found;
  installPackages('redis-server', ['redis-server'], 'Or set REDIS_URL to a Redis that runs already.');
  return 'redis-server';
}
