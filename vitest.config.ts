// The unit and integration suites; the browser and Electron suites are projects of their own because they need a built window.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

const node = {
  environment: 'node' as const,
  pool: 'forks' as const,
  // What is waited for comes when the machine gets to it; the usual second is how fast a quick one is.
  expect: { poll: { timeout: 60_000 } },
};
// Starting a process of its own for each file costs more than most of these files do: they share one, and none may leave anything changed in it.
const shared = { ...node, isolate: false };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...node,
          name: 'browser',
          include: ['tests/e2e/browser/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...node,
          name: 'electron',
          include: ['tests/e2e/electron/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
    // Every process that runs the sources (the command line, a host, a core) takes them compiled by the one before it.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled') },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
