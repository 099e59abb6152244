import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { projectRoot } from '../../config/settings.ts';

/** The part that is read of what Vitest's json reporter writes. */
export type TestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    /** The file's path. */
    name: string;
    status: string;
    /** Why the file could not be run. */
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
  }[];
};

const linesOfEach = 12;

/** @returns undefined when Vitest ended before it wrote one */
export function readReport(file: string): TestReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : undefined;
}

/** Each failed test with its file and the beginning of what it said: what CI keeps of an output is short. */
export function failuresOf({ testResults }: TestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(projectRoot, name);
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [describe(file, message)];
    return failed.map(({ fullName, failureMessages }) =>
      describe(`${file} > ${fullName}`, failureMessages?.join('\n') ?? ''),
    );
  });
}

function describe(what: string, message: string): string {
  const ours = message.split('\n').filter((line) => !/^\s+at .*node_modules/u.test(line));
  const lines = ours.slice(0, linesOfEach);
  return [`  x ${what}`, ...lines.map((line) => `      ${line}`)].join('\n');
}
