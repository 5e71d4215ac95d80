import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 15_000,
    // Much of the time is waiting for processes and sockets, so one worker a core keeps two cores busy.
    maxWorkers: '100%',
    globalSetup: ['test/support/postgres.ts'],
  },
});
