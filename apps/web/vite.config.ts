import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './build/compress.ts'
import { languageGroups, oneLanguage } from './build/languages.ts'
import { noSummaries } from './build/summaries.ts'

const server = 'http://localhost:4600'

export default defineConfig({
  base: '/',
  plugins: [oneLanguage(), noSummaries(), react(), compressed()],
  server: { port: 4601, proxy: { '/api': server } },
  preview: { port: 4601, proxy: { '/api': server } },
  build: {
    target: 'es2023',
    sourcemap: true,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // Raw size; the budget that counts is 450 kB gzip for the first load.
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: { output: { codeSplitting: { groups: languageGroups } } },
  },
})
