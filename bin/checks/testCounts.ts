import { existsSync, readFileSync } from 'node:fs';

export type TestCounts = { passed: number; failed: number; skipped: number };

/** The part that is read of what Vitest's json reporter writes. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** The numbers of a run; a file that failed before any of its tests could run counts as one failed test. */
export function countTests(reportFile: string): TestCounts {
  if (!existsSync(reportFile)) return noTests;
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function sumCounts(counts: TestCounts[]): TestCounts {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    noTests,
  );
}

/** The closing line; CI reads it. */
export function closingLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
