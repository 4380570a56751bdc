import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**', 'e2e/**', 'data/**'],
    globalSetup: ['platform/database/src/testing/global.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // A shared machine stalls now and then; a test that fails twice in a row has failed.
    retry: process.env.CI === undefined ? 0 : 1,
  },
})
