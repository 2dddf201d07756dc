import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/setup.ts',
    // One worker for each core: most of the time is spent in processes that the tests start.
    maxWorkers: '100%',
    testTimeout: 120_000,
  },
});
