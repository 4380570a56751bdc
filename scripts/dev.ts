import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// The server restarts when its code changes; the web is served by Vite, which hands `/api` on to it.
const root = fileURLToPath(new URL('..', import.meta.url))
const node = process.execPath
const started: ChildProcess[] = []

const start = (args: string[]): void => {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit' })
  started.push(child)
  child.once('exit', (code) => stop(code ?? 0))
}
let stopping = false
const stop = (code: number): void => {
  if (stopping) return
  stopping = true
  for (const child of started) child.kill('SIGTERM')
  process.exitCode = code
}
process.once('SIGINT', () => stop(0))
process.once('SIGTERM', () => stop(0))

start(['--watch-path=apps/server', '--watch-path=modules', '--watch-path=platform', '--watch-path=engines', '--watch-path=content', 'apps/server/main.ts'])
start(['node_modules/vite/bin/vite.js', 'apps/web'])
