import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**', 'e2e/**', 'data/**'],
    globalSetup: ['platform/database/src/testing/global.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Of two cores vitest would leave one alone; half of a database test is waiting for the database.
    maxWorkers: '100%',
    // For the processes that tests start: they begin in half the time.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/heng-compiled', import.meta.url)) },
    // Loading the rooms anew for every file was a quarter of the time; no test leaves state in a module.
    isolate: false,
    // A shared machine stalls now and then; a test that fails twice in a row has failed.
    retry: process.env.CI === undefined ? 0 : 1,
  },
})
