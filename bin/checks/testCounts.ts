import type { TestReport } from './testReport.ts';

export type TestCounts = { passed: number; failed: number; skipped: number };

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** The numbers of a run; a file that failed though none of its tests did counts as one failed test. */
export function countTests(report: TestReport | undefined): TestCounts {
  if (!report) return noTests;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
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
