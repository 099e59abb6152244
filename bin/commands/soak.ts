import { join } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { withTestSurroundings } from '../checks/testSurroundings.ts';
import { startGuarded, stopGuarded } from '../launcher/startGuarded.ts';
import { stopSignal } from '../launcher/stopSignal.ts';
import { runCommand } from '../terminal/runCommand.ts';

const interruptedExitCode = 130;
/** It sends everybody home and ends the product first. */
const graceMs = 60_000;

await runCommand(() => {
  const stop = stopSignal(() => process.exit(interruptedExitCode));
  return withTestSurroundings(new Set(['redis', 'media worker']), stop, async ({ env }) => {
    const script = join(projectRoot, 'tests/load/soakMain.ts');
    const soak = startGuarded(process.execPath, [script, ...process.argv.slice(2)], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    stop.addEventListener('abort', () => void stopGuarded(soak, { graceMs }));
    const code = await new Promise<number | null>((resolve) => soak.once('exit', resolve));
    return code ?? interruptedExitCode;
  });
});
