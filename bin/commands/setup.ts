import { ensureChromium } from '../setup/chromium.ts';
import { describeFfmpeg } from '../setup/ffmpeg.ts';
import { ensureMediaWorker } from '../setup/mediaWorker.ts';
import { findOrInstallPostgres } from '../setup/postgres.ts';
import { ensureRedisServer } from '../setup/redis.ts';
import { ensureTurnServer } from '../setup/turnServer.ts';
import { runCommand } from '../terminal/runCommand.ts';

// Brings everything that start and test would bring, and starts nothing.
await runCommand(async () => {
  console.log(`redis-server    ${ensureRedisServer()}`);
  console.log(`media worker    ${await ensureMediaWorker(process.env)}`);
  console.log(`Chromium        ${ensureChromium()}`);
  console.log(`coturn          ${ensureTurnServer()}`);
  console.log(`FFmpeg          ${describeFfmpeg()}`);
  const postgres = findOrInstallPostgres();
  console.log(`PostgreSQL      ${postgres.folder ?? `left out: ${postgres.reason}`}`);
  return 0;
});
