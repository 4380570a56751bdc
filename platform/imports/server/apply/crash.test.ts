import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../testing/crash.ts', import.meta.url))
const rows = 6_000
const folders: string[] = []
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

const start = (mode: string, folder: string): ChildProcess => {
  const child = spawn(process.execPath, [script, mode, folder, String(rows)], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}
const gone = (child: ChildProcess) => new Promise<void>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())))

/** Runs until the writing has begun and some chunks are written. */
const untilWriting = async (folder: string): Promise<ChildProcess> => {
  const child = start('begin', folder)
  for await (const line of createInterface({ input: child.stdout! })) {
    const { state, done } = JSON.parse(line) as { state: string; done: number }
    if (state === 'running' && done >= 1_000) return child
  }
  throw new Error('the import was over before it could be disturbed')
}

/** What a new start finds, and what stands there when the queue has done its work. */
const resumed = async (folder: string): Promise<unknown[]> => {
  const child = start('resume', folder)
  const standing: unknown[] = []
  for await (const line of createInterface({ input: child.stdout! })) standing.push(JSON.parse(line))
  await gone(child)
  return standing
}
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'heng-crash-'))
  folders.push(folder)
  return folder
}
const nothing = { devices: 0, entries: 0, events: 0, stage: 'checked' }
const everything = { devices: rows, entries: rows, events: rows / 500, stage: 'applied' }

describe('kill -9 while an import is written', () => {
  it('of the database leaves nothing, and the import goes on by itself', async () => {
    const folder = await newFolder()
    const server = await untilWriting(folder)
    const master = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(master, 'SIGKILL')
    server.kill('SIGKILL')
    await gone(server)
    expect(await resumed(folder)).toEqual([nothing, everything])
  }, 120_000)

  it('of the server leaves nothing, and the import goes on by itself', async () => {
    const folder = await newFolder()
    const server = await untilWriting(folder)
    server.kill('SIGKILL')
    await gone(server)
    expect(await resumed(folder)).toEqual([nothing, everything])
  }, 120_000)
})
