import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

/** What is waited for may take long on a busy machine; that it comes is what is tested. */
const patient = { expect: { poll: { timeout: 20_000, interval: 100 } } };
const integration = {
  // What is imported once serves all files of a worker; each has a database and a Redis of its own.
  isolate: false,
  ...patient,
  globalSetup: ['tests/support/seededDatabase.ts'],
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/**/*.unit.test.ts', 'tests/browser/**', 'tests/network/**', 'node_modules/**'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/**
 * They open no database, or ask of it nothing that other files do not ask: processes, files, pages and HTTP itself are the
 * same on PostgreSQL.
 */
const notAboutTheDatabase = [
  ...[
    'tests/media/**',
    'tests/setup/**',
    'tests/workers/{exports,recordings}.test.ts',
    'tests/api/page*.test.ts',
  ],
  'tests/api/{createAdmin,files,filesProcesses,http,limits,pushWorkers,siteSafety}.test.ts',
];

/** One product and one browser for all files of a project. */
const inBrowser = {
  ...patient,
  globalSetup: ['tests/browser/support/globalSetup.ts'],
  testTimeout: 90_000,
  hookTimeout: 120_000,
};
/** Live video takes the whole machine, and its lessons are the demo accounts'. */
const oneByOne = { ...inBrowser, fileParallelism: false, isolate: false };

export default defineConfig({
  test: {
    projects: [
      // Properties are tried with hundreds of cases, on machines that may be busy.
      { test: { name: 'unit', include: ['tests/**/*.unit.test.ts'], testTimeout: 30_000 } },
      {
        plugins: [solid({ hot: false })],
        resolve: { conditions: ['browser', 'development'] },
        test: { name: 'web', include: ['tests/web/**/*.test.tsx'] },
      },
      { test: { ...integration, name: 'integration' } },
      {
        test: {
          ...integration,
          name: 'postgres',
          exclude: [...integration.exclude, ...notAboutTheDatabase],
        },
      },
      { test: { ...inBrowser, name: 'pages', include: ['tests/browser/pages/*.test.ts'] } },
      { test: { ...oneByOne, name: 'room', include: ['tests/browser/room/*.test.ts'] } },
      // Each brings a product and browsers into a network of its own.
      { test: { ...oneByOne, globalSetup: [], name: 'network', include: ['tests/network/**/*.test.ts'] } },
    ],
  },
});
