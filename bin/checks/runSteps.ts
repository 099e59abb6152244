import { stopSignal } from '../launcher/stopSignal.ts';
import { runStep, type StepResult, type StepRun } from './runStep.ts';
import type { Step } from './steps.ts';
import { closingLine, sumCounts } from './testCounts.ts';
import { withTestSurroundings } from './testSurroundings.ts';

const staticAtOnce = 2;
const interruptedExitCode = 130;

/**
 * Runs checks and tests to the end, whatever fails on the way, and says what failed.
 * @param args names of steps, to run no others; what follows goes to Vitest (files, `-t name`)
 * @returns the exit code
 */
export async function runSteps(allSteps: Step[], args: string[]): Promise<number> {
  const stop = stopSignal(() => process.exit(interruptedExitCode));
  const { steps, testArgs } = choose(allSteps, args);
  const run = { env: process.env, testArgs, stop };
  const results = await runStatic(
    steps.filter(({ isTest }) => !isTest),
    run,
  );
  const tests = steps.filter(({ isTest }) => isTest);
  if (tests.length > 0 && !stop.aborted) results.push(...(await runTests(tests, run)));
  return stop.aborted ? interruptedExitCode : conclude(results, tests.length > 0);
}

function choose(allSteps: Step[], args: string[]): { steps: Step[]; testArgs: string[] } {
  const firstOther = args.findIndex((arg) => !allSteps.some(({ name }) => name === arg));
  const names = firstOther === -1 ? args : args.slice(0, firstOther);
  const testArgs = args.slice(names.length);
  if (names.length > 0) return { steps: allSteps.filter(({ name }) => names.includes(name)), testArgs };
  const everyDay = allSteps.filter(({ onlyByName }) => !onlyByName);
  return { steps: testArgs.length > 0 ? everyDay.filter(({ isTest }) => isTest) : everyDay, testArgs };
}

async function runStatic(steps: Step[], run: StepRun): Promise<StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const takeNext = async () => {
    for (let step = waiting.shift(); step && !run.stop.aborted; step = waiting.shift()) {
      results.push(await runStep(step, run));
    }
  };
  await Promise.all(Array.from({ length: staticAtOnce }, takeNext));
  return results;
}

async function runTests(steps: Step[], run: StepRun): Promise<StepResult[]> {
  const needs = new Set(steps.flatMap((step) => step.needs));
  return withTestSurroundings(needs, run.stop, async ({ env, withoutPostgres }) => {
    const { TEST_DATABASE_URL, ...common } = env;
    const results: StepResult[] = [];
    for (const step of steps) {
      if (run.stop.aborted) break;
      const onPostgres = step.needs.includes('postgres');
      if (onPostgres && withoutPostgres) {
        console.log(`LEFT OUT: the tests on PostgreSQL. ${withoutPostgres}`);
        continue;
      }
      // Only the step that is about PostgreSQL may see it: elsewhere SQLite is what is tested.
      const database = onPostgres ? TEST_DATABASE_URL : undefined;
      const stepEnv = { ...run.env, ...common, TEST_DATABASE_URL: database };
      results.push(await runStep(step, { ...run, env: stepEnv }));
    }
    return results;
  });
}

function conclude(results: StepResult[], tested: boolean): number {
  const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll is well.');
  if (tested) console.log(closingLine(sumCounts(results.map(({ counts }) => counts))));
  return failed.length > 0 ? 1 : 0;
}
