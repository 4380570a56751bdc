import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@heng/database'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { startServer, type RunningServer } from '../support/server.ts'

// The process as an operator sees it: one line and 1 when it cannot start, 0 and nothing left behind when it is stopped.
const folders: string[] = []
const servers: RunningServer[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'heng-process-'))
  folders.push(made)
  return made
}
const start = async (options: Parameters<typeof startServer>[0]): Promise<RunningServer> => {
  const server = await startServer(options)
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

/** Processes of the database that work in a data folder (Linux). */
const workers = (dataDir: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === join(dataDir, 'postgres')
    } catch {
      return false
    }
  })
const postmaster = (dataDir: string): string => readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]!
const refusal = async (options: Parameters<typeof startServer>[0]): Promise<string> => {
  const error: unknown = await startServer(options).then((server) => (servers.push(server), undefined), (reason: unknown) => reason)
  const { message } = error as Error
  expect(message).toMatch(/^the server ended with 1: /)
  return message.split('\n').filter((line) => line !== '' && !line.includes('creating the database')).at(-1)!.replace(/^the server ended with 1: /, '')
}
const bilingual = /^[^·]+ · [^·]*\p{Script=Han}[^·]*$/u

describe('a start that cannot be', () => {
  it('names the other instance, and leaves it alone', async () => {
    const dataDir = folder()
    const first = await start({ dataDir })
    const line = await refusal({ dataDir })
    expect(line).toMatch(bilingual)
    expect(line).toContain(`Another Heng already runs as "all" on this data: heng all ${first.process.pid}@`)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  })

  it('names the port that is taken, and leaves no database running', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    const { port } = blocker.address() as { port: number }
    const dataDir = folder()
    expect(await refusal({ dataDir, port })).toMatch(new RegExp(`^Port ${port} is taken.* · 端口 ${port} 已被占用`))
    blocker.close()
    expect(workers(dataDir)).toEqual([])
  })

  it('names a schema that is newer than the code, and a database that is not there', async () => {
    const dataDir = folder()
    await (await start({ dataDir })).stop()
    const database = await startEmbedded({ dataDir })
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query("insert into heng_migration (module, id, checksum, ms, by_version) values ('assets', '9999_future', 'x', 1, '99.0.0')")
    await client.end()
    await database.stop()
    const line = await refusal({ dataDir })
    expect(line).toMatch(bilingual)
    expect(line).toContain('newer schema than this Heng (it holds assets/9999_future)')
    expect(workers(dataDir)).toEqual([])
    expect(await refusal({ dataDir, env: { DATABASE_URL: 'postgresql://heng:s3cret@127.0.0.1:9/heng' } })).toMatch(/^Cannot use the database 127\.0\.0\.1:9\/heng: nothing listens there/)
  })
})

describe('a stop', () => {
  it('by an impatient operator ends with 0 and leaves no process', async () => {
    const dataDir = folder()
    const server = await start({ dataDir })
    expect(workers(dataDir)).toContain(postmaster(dataDir))
    const ended = once(server.process, 'exit')
    for (let i = 0; i < 5; i += 1) server.process.kill('SIGINT')
    expect(await ended).toEqual([0, null])
    expect(workers(dataDir)).toEqual([])
  })

  it('by kill -9 leaves a database that the next start takes over and stops', async () => {
    const dataDir = folder()
    const first = await start({ dataDir })
    await first.stop('SIGKILL')
    const pid = postmaster(dataDir)
    expect(workers(dataDir)).toContain(pid)
    const second = await start({ dataDir })
    expect([postmaster(dataDir), workers(dataDir).includes(pid)]).toEqual([pid, true])
    expect(await second.stop()).toBe(0)
    expect(workers(dataDir)).toEqual([])
  })
})
