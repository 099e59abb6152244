import { join } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { killGroup, startGuarded } from '../launcher/startGuarded.ts';
import type { Step } from './steps.ts';
import { countTests, noTests, type TestCounts } from './testCounts.ts';

export type StepResult = { name: string; ok: boolean; counts: TestCounts };

export type StepRun = {
  env: NodeJS.ProcessEnv;
  /** Passed on to Vitest: files and options. */
  testArgs: string[];
  /** For Vitest's reports. */
  reportFolder: string;
  stop: AbortSignal;
};

/** Runs a step; says its name, time and outcome, and what it wrote when it failed. */
export async function runStep(step: Step, run: StepRun): Promise<StepResult> {
  const { name, isTest } = step;
  const reportFile = join(run.reportFolder, `${name}.json`);
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
  const counts = isTest ? countTests(reportFile) : noTests;
  const inTests = isTest ? `, ${counts.passed} of ${counts.passed + counts.failed} tests` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds.padStart(6)} s${inTests}`);
  if (!ok || step.isFigure) console.log(output.trimEnd());
  return { name, ok, counts };
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
