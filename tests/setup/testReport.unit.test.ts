import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closingLine, countTests, sumCounts } from '../../bin/checks/testCounts.ts';
import { failuresOf, type TestReport } from '../../bin/checks/testReport.ts';
import { projectRoot } from '../../config/settings.ts';

const ofPassed = { status: 'passed', fullName: 'rooms open', failureMessages: [] };
const report: TestReport = {
  numPassedTests: 2,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    {
      name: join(projectRoot, 'tests/a.test.ts'),
      status: 'failed',
      message: 'Cannot find module',
      assertionResults: [],
    },
    {
      name: join(projectRoot, 'tests/hooks.test.ts'),
      status: 'failed',
      message: 'beforeAll: no server',
      assertionResults: [{ ...ofPassed, status: 'skipped' }],
    },
    {
      name: join(projectRoot, 'tests/b.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [
        ofPassed,
        {
          status: 'failed',
          fullName: 'rooms close',
          failureMessages: [
            'AssertionError: expected 1 to be 2\n    at run (/x/node_modules/vitest/run.js:1:1)\n    at b.test.ts:7:3',
          ],
        },
      ],
    },
  ],
};

test('a file that could not be loaded, or whose hooks failed, counts as a failed test', () => {
  expect(countTests(report)).toEqual({ passed: 2, failed: 3, skipped: 2 });
});

test('what failed is told by file and name, with its own lines of the stack', () => {
  const [unloadable = '', hooks = '', failed = '', ...others] = failuresOf(report);
  expect(others).toEqual([]);
  expect(unloadable).toContain('x tests/a.test.ts\n      Cannot find module');
  expect(hooks).toContain('x tests/hooks.test.ts\n      beforeAll: no server');
  expect(failed).toContain('x tests/b.test.ts > rooms close\n      AssertionError: expected 1 to be 2');
  expect(failed).toContain('at b.test.ts:7:3');
  expect(failed).not.toContain('node_modules');
});

test('the closing line holds the sums, and skipped tests only when there are some', () => {
  const sum = sumCounts([
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 3, failed: 1, skipped: 0 },
  ]);
  expect(closingLine(sum)).toBe('5 passed, 1 failed');
  expect(closingLine({ ...sum, skipped: 4 })).toBe('5 passed, 1 failed, 4 skipped');
});
