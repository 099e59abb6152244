import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closingLine, countTests, sumCounts } from '../../bin/checks/testCounts.ts';

test('a file that could not be loaded counts as a failed test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peerlearn-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'passed', assertionResults: [{}, {}] },
  ];
  writeFileSync(
    file,
    JSON.stringify({
      numPassedTests: 2,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults,
    }),
  );
  expect(countTests(file)).toEqual({ passed: 2, failed: 2, skipped: 2 });
});

test('the closing line holds the sums, and skipped tests only when there are some', () => {
  const sum = sumCounts([
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 3, failed: 1, skipped: 0 },
  ]);
  expect(closingLine(sum)).toBe('5 passed, 1 failed');
  expect(closingLine({ ...sum, skipped: 4 })).toBe('5 passed, 1 failed, 4 skipped');
});
