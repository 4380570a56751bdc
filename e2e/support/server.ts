import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** The one-time address that the console printed, until the installation is set up. */
  readonly setupUrl: string | undefined
  readonly process: ChildProcess
  /** What the server wrote so far. */
  output: () => string
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
  /** Stops the server if it runs and removes its data. */
  remove: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** Starts the product as `npm start` does after preparing: its own process, its own data folder, a free port. HENG_E2E_DATABASE names an empty database on another PostgreSQL instead, for one journey in one language. */
export const startServer = async (options: { dataDir?: string | undefined; port?: number; env?: Record<string, string> } = {}): Promise<RunningServer> => {
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'heng-e2e-'))
  const child = spawn(join(root, 'node_modules/.bin/node'), ['apps/server/main.ts'], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/heng-compiled'), ...process.env, HENG_DATA: dataDir, PORT: String(port), HENG_LOG: 'warn', DATABASE_URL: process.env.HENG_E2E_DATABASE ?? '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      const line = /^Heng 衡.*?(http:\/\/\S+)/m.exec(text)
      if (line) resolve(line[1]!)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)))
  })
  const printed = await ready
  // Seen beside the test that failed because of it.
  let asked = false
  child.once('exit', (code, signal) => {
    if (!asked) process.stderr.write(`the server ended by itself (${code ?? signal}): ${text}\n`)
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    asked = true
    child.kill(signal)
    const [code] = (await once(child, 'exit')) as [number | null]
    return code
  }
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    setupUrl: printed.includes('/setup') ? printed : undefined,
    process: child,
    output: () => text,
    stop,
    remove: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
