import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Everything that must hold: types, lint, boundaries; unit, property and database tests; journeys in a browser.
// The last line counts all runners together.
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'heng-test-'))
const bin = join(root, 'node_modules/.bin')
const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` }
const total = { passed: 0, failed: 0, skipped: 0 }

const run = (name: string, args: string[], options: { quiet?: boolean } = {}): { ok: boolean; output: string } => {
  const began = performance.now()
  console.log(`\n— ${name}`)
  const done = spawnSync(process.execPath, args, { cwd: root, env, stdio: options.quiet ? ['ignore', 'pipe', 'inherit'] : 'inherit', encoding: 'utf8' })
  console.log(`— ${name}: ${done.status === 0 ? 'ok' : 'FAILED'} in ${Math.round((performance.now() - began) / 1000)} s`)
  return { ok: done.status === 0, output: done.stdout ?? '' }
}

const vitest = (name: string, config: string): void => {
  const report = join(folder, `${name}.json`)
  const { ok } = run(name, ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  try {
    const r = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number }
    total.passed += r.numPassedTests
    // A file that cannot even be loaded has no failed test of its own.
    total.failed += ok ? r.numFailedTests : Math.max(1, r.numFailedTests)
    total.skipped += r.numPendingTests
  } catch {
    total.failed += 1
  }
}

const step = (name: string, args: string[]): void => {
  if (run(name, args).ok) total.passed += 1
  else total.failed += 1
}

const wanted = new Set(process.argv.slice(2))
const asked = (name: string): boolean => wanted.size === 0 || wanted.has(name)

if (asked('check')) step('check', ['scripts/check.ts'])
if (asked('unit')) vitest('unit', 'vitest.config.ts')
if (asked('e2e')) {
  step('web build', ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'])
  vitest('e2e', 'vitest.e2e.config.ts')
}
rmSync(folder, { recursive: true, force: true })
console.log(`\n${total.skipped} skipped\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
