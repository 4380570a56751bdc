import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the real command line in a process of its own, with a home of its own. */
export const terminal = (given: Readonly<Record<string, string>> = {}) => {
  const home = mkdtempSync(join(tmpdir(), 'heng-cli-'))
  const env = { PATH: process.env['PATH']!, HOME: home, LANG: 'en_GB.UTF-8', HENG_DATA: join(home, 'data'), ...given }
  const heng = (args: readonly string[], options: { input?: string; env?: Readonly<Record<string, string>> } = {}) =>
    new Promise<Outcome>((resolve) => {
      const child = execFile(process.execPath, [main, ...args], { env: { ...env, ...options.env }, cwd: home, maxBuffer: 64_000_000 }, (error, out, err) =>
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, out, err }))
      child.stdin!.end(options.input ?? '')
    })
  return { heng, home }
}
