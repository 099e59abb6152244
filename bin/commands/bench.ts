import { join } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { withTestSurroundings } from '../checks/testSurroundings.ts';
import { killGroup, startGuarded } from '../launcher/startGuarded.ts';
import { stopSignal } from '../launcher/stopSignal.ts';
import { runCommand } from '../terminal/runCommand.ts';

const interruptedExitCode = 130;

await runCommand(() => {
  const stop = stopSignal(() => process.exit(interruptedExitCode));
  return withTestSurroundings(
    new Set(['redis', 'media worker', 'ffmpeg', 'chromium', 'web build']),
    stop,
    async ({ env }) => {
      const script = join(projectRoot, 'tests/bench/main.ts');
      const bench = startGuarded(process.execPath, [script, ...process.argv.slice(2)], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      stop.addEventListener('abort', () => killGroup(bench));
      const code = await new Promise<number | null>((resolve) => bench.once('exit', resolve));
      return code ?? interruptedExitCode;
    },
  );
});
