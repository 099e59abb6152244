import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where everything is kept that several clones share: Node, and the media worker.
 * @param {Record<string, string | undefined>} env
 * @returns {string}
 */
export function cacheFolder(env) {
  if (env.PEERLEARN_CACHE_DIR) return env.PEERLEARN_CACHE_DIR;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'peerlearn');
}
