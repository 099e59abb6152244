import { availableParallelism } from 'node:os';

/** What a step needs to be brought or running before it. */
export type Need =
  'redis' | 'postgres' | 'media worker' | 'chromium' | 'turn server' | 'ffmpeg' | 'web build';

export type Step = {
  name: string;
  needs: Need[];
  /** Arguments for Node, one after the other; the step fails with the first that fails. */
  commands: string[][];
  /** Its commands are of Vitest, whose report is counted. */
  isTest: boolean;
  /** What it writes is a figure worth seeing even when all is well. */
  isFigure?: boolean;
  /** Too long for every day: done only when it is named. */
  onlyByName?: boolean;
};

const tool = (path: string, ...args: string[]) => [`node_modules/${path}`, ...args];
const vitest = (...args: string[]) => tool('vitest/vitest.mjs', 'run', ...args);
const check = (name: string, ...commands: string[][]): Step => ({ name, needs: [], commands, isTest: false });
const test = (name: string, needs: Need[], ...args: string[]): Step => ({
  name,
  needs,
  commands: [vitest(...args)],
  isTest: true,
});

// Vitest would leave a core free.
const allCores = '--maxWorkers=100%';
// These tests wait for others half of their time. Each worker needs one of Redis's sixteen databases.
const manyWorkers = `--maxWorkers=${Math.min(2 * availableParallelism(), 15)}`;

/** Files that have not changed are not judged again; a clean checkout, as CI's, judges all. */
const keeping = (name: string) => [
  ...['--cache', '--cache-strategy', 'content'],
  ...['--cache-location', `node_modules/.cache/checks/${name}`],
];

const codeFolders = ['api', 'bin', 'config', 'media', 'migrations', 'tests', 'web', 'workers'];

/** Independent of each other. */
export const staticChecks: Step[] = [
  check('lint', tool('eslint/bin/eslint.js', '.', '--max-warnings', '0', ...keeping('eslint'))),
  check(
    'types',
    tool('typescript-7/bin/tsc', '-p', 'tsconfig.json'),
    tool('typescript-7/bin/tsc', '-p', 'web/tsconfig.json'),
  ),
  check('format', tool('prettier/bin/prettier.cjs', '--check', '.', ...keeping('prettier'))),
  check(
    'deps',
    tool(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...codeFolders],
    ),
  ),
  check('dead', tool('knip/bin/knip.js')),
  { ...check('budget', ['bin/checks/budgetMain.ts']), isFigure: true },
  { ...check('audit', ['bin/checks/auditMain.ts']), isFigure: true },
];

/** One after the other: each uses all of the machine. */
export const quickTests: Step[] = [
  test('unit', [], '--project', 'unit', '--project', 'web'),
  test('integration', ['redis', 'media worker', 'ffmpeg'], '--project', 'integration', manyWorkers),
];

const inBrowser: Need[] = ['redis', 'media worker', 'chromium', 'turn server', 'ffmpeg', 'web build'];

export const thoroughTests: Step[] = [
  test('postgres', ['redis', 'postgres', 'ffmpeg'], '--project', 'postgres', manyWorkers),
  test('pages', inBrowser, '--project', 'pages', allCores),
  test('room', inBrowser, '--project', 'room'),
  // Takes networks away for half a minute at a time, in network namespaces of its own: needs root.
  { ...test('network', inBrowser, '--project', 'network'), onlyByName: true, isFigure: true },
];
