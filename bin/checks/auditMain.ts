import { execFile } from 'node:child_process';
import { z } from 'zod';
import { projectRoot } from '../../config/settings.ts';
import { ownNpm } from '../bootstrap/npm.mjs';
import { runCommand } from '../terminal/runCommand.ts';

/** What is read of `npm audit --json` (https://docs.npmjs.com/cli/commands/npm-audit). */
const report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), fixAvailable: z.unknown() })),
});
const grave = new Set(['high', 'critical']);
const patienceMs = 60_000;

/**
 * Fails when a package that runs in production has a grave known weakness (SEC). A registry that keeps no advisories, or
 * cannot be reached, is said and is no failure: the product must also be checked where only a mirror is there.
 */
await runCommand(async () => {
  const parsed = report.safeParse(JSON.parse((await audit()) || 'null'));
  if (!parsed.success) {
    console.log('Not audited: the registry gives no advisories.');
    return 0;
  }
  const found = Object.entries(parsed.data.vulnerabilities).filter(([, { severity }]) => grave.has(severity));
  for (const [name, { severity }] of found) console.log(`  ${severity}: ${name}`);
  console.log(`${found.length} packages with a grave known weakness`);
  return found.length === 0 ? 0 : 1;
});

/** npm ends with an error when it found something, too: what it wrote counts. */
function audit(): Promise<string> {
  const args = [ownNpm(), 'audit', '--omit=dev', '--json'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: projectRoot, timeout: patienceMs }, (_, written) =>
      resolve(written),
    );
  });
}
