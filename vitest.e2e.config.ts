import { defineConfig } from 'vitest/config'

// Journeys in a real browser against the real server. Two files at a time, each with a server
// and a database of its own: much of a journey is waiting.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/support/global.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // A shared machine stalls now and then; a test that fails twice in a row has failed.
    retry: process.env.CI === undefined ? 0 : 1,
    maxWorkers: 2,
  },
})
