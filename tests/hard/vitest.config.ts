// The long runs, apart from `npm test`: hundreds of kills, core dumps, large vaults. `npm run test:hard`, with a part of a file's name for one of them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'hard',
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/hard/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    passWithNoTests: true,
  },
});
