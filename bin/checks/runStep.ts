import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { killGroup, startGuarded } from '../launcher/startGuarded.ts';
import type { Step } from './steps.ts';
import { countTests, noTests, type TestCounts } from './testCounts.ts';
import { failuresOf, readReport } from './testReport.ts';

export type StepResult = { name: string; ok: boolean; counts: TestCounts };

export type StepRun = {
  env: NodeJS.ProcessEnv;
  /** Passed on to Vitest: files and options. */
  testArgs: string[];
  stop: AbortSignal;
};

/** Reports of the last runs, and what failed ones wrote. */
const keptFolder = join(projectRoot, 'node_modules/.cache/checks');
const linesOfEnd = 60;

/** Runs a step; says its name, time and outcome, and what it wrote when it failed. */
export async function runStep(step: Step, run: StepRun): Promise<StepResult> {
  const { name, isTest } = step;
  const reportFile = join(keptFolder, `${name}.json`);
  rmSync(reportFile, { force: true });
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  // Files given by name may belong to another step.
  const testArgs = isTest ? [...report, '--passWithNoTests', ...run.testArgs] : [];
  const begin = performance.now();
  let output = '';
  let ok = true;
  for (const command of step.commands) {
    const args = [...command, ...testArgs];
    ok = (await runNode(args, run, (text) => (output += text))) === 0;
    if (!ok) break;
  }
  if (run.stop.aborted) return { name, ok: false, counts: noTests };
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const tests = isTest ? readReport(reportFile) : undefined;
  const counts = countTests(tests);
  const inTests = isTest ? `, ${counts.passed} of ${counts.passed + counts.failed} tests` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds.padStart(6)} s${inTests}`);
  if (step.isFigure || (!ok && !tests)) console.log(output.trimEnd());
  else if (!ok && tests) tellFailures(name, failuresOf(tests), output);
  return { name, ok, counts };
}

/** What failed, and where all that Vitest wrote can be read; its end, when no test is to blame. */
function tellFailures(name: string, failures: string[], output: string) {
  const file = join(keptFolder, `${name}.log`);
  mkdirSync(keptFolder, { recursive: true });
  writeFileSync(file, output);
  const told = failures.length > 0 ? failures : output.trimEnd().split('\n').slice(-linesOfEnd);
  console.log(told.join('\n'));
  console.log(`  All of it: ${relative(projectRoot, file)}`);
}

async function runNode(args: string[], { env, stop }: StepRun, onOutput: (text: string) => void) {
  const child = startGuarded(process.execPath, args, { env, cwd: projectRoot });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput);
  const kill = () => killGroup(child);
  if (stop.aborted) kill();
  stop.addEventListener('abort', kill);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  stop.removeEventListener('abort', kill);
  return code;
}
