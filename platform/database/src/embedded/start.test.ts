import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { clusterFolder, fitsSocket, socketFile } from './paths.ts'
import { isAlive, isTaken, readPidFile, worksIn } from './pidfile.ts'
import { startEmbedded } from './start.ts'
import type { EmbeddedOptions, RunningDatabase } from './start.ts'

const home = mkdtempSync(join(tmpdir(), 'heng-start-'))
const dataDir = join(home, 'data')
const cluster = clusterFolder(dataDir)
const running: RunningDatabase[] = []
// The pinned Node, also where the tests themselves run on the system's.
const node = join(import.meta.dirname, '../../../../node_modules/.bin/node')
const isRoot = process.getuid?.() === 0

async function start(options: Partial<EmbeddedOptions> = {}): Promise<RunningDatabase> {
  const database = await startEmbedded({ dataDir, ...options })
  running.push(database)
  return database
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ value: T }>(sql)
    return rows.map(({ value }) => value)
  } finally {
    await client.end()
  }
}

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('startEmbedded', () => {
  it('makes a cluster on the first start, keeps its rows, leaves no process', async () => {
    const first = await start()
    expect(first.adopted).toBe(false)
    await ask(first.url, 'create table kept as select 42 as value')
    const settings = await ask<string>(
      first.url,
      `select name || '=' || setting as value from pg_settings where name in ('jit', 'fsync', 'listen_addresses', 'max_connections', 'server_encoding') order by 1`,
    )
    expect(settings).toEqual(['fsync=on', 'jit=off', 'listen_addresses=', 'max_connections=60', 'server_encoding=UTF8'])
    expect(await ask(first.url, `select datlocprovider::text || datlocale as value from pg_database where datname = 'heng'`)).toEqual([
      'bC.UTF-8',
    ])
    expect(
      await ask(first.url, `select string_agg(name, '' order by name collate "zh-x-icu") as value from unnest(array['阿','中','北']) name`),
    ).toEqual(['阿北中'])
    const pid = readPidFile(cluster)?.pid ?? 0
    expect(await first.stop()).toBe('smart')
    expect(worksIn(cluster, pid)).toBe(false)
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
    const second = await start()
    expect(await ask(second.url, 'select value from kept')).toEqual([42])
  })

  it('keeps the password to the owner and the socket to itself', async () => {
    const database = await start()
    expect(statSync(join(cluster, 'heng.password')).mode & 0o777).toBe(0o600)
    expect(statSync(cluster).mode & 0o777).toBe(0o700)
    const wrong = database.url.replace(/:[^:@]*@/, ':wrong@')
    await expect(ask(wrong, 'select 1 as value')).rejects.toThrow(/password authentication failed/)
  })

  it('adopts a running server, which stops with its last user', async () => {
    const first = await start()
    const second = await start()
    expect(second.adopted).toBe(true)
    expect(await first.stop()).toBe('left-running')
    expect(await ask(second.url, 'select 1 as value')).toEqual([1])
    expect(await second.stop()).toBe('smart')
    expect(readPidFile(cluster)).toBeUndefined()
  })

  it('survives two users that stop at the same moment', async () => {
    const both = [await start(), await start()]
    const results = await Promise.all(both.map((database) => database.stop()))
    // The slower one either sees the other at work or finds the server gone.
    expect(results).toContain('smart')
    expect(readPidFile(cluster)).toBeUndefined()
  })

  it('ends clients that do not leave, after the patience given', async () => {
    const database = await start({ drainMs: 300 })
    const stays = new Client({ connectionString: database.url })
    stays.on('error', () => undefined)
    await stays.connect()
    expect(await database.stop()).toBe('fast')
  })

  it('recovers every committed row after kill -9 of the server with busy clients', async () => {
    const database = await start()
    await ask(database.url, 'create table survivor as select generate_series(1, 1000) as value')
    const busy = new Client({ connectionString: database.url })
    busy.on('error', () => undefined)
    await busy.connect()
    const work = busy.query('select count(*) from generate_series(1, 1000000000)').catch(() => 'ended')
    await ask(database.url, 'insert into survivor values (1001)')
    const { pid } = readPidFile(cluster) ?? { pid: 0 }
    process.kill(pid, 'SIGKILL')
    const again = await start()
    expect(await work).toBe('ended')
    expect(again.adopted).toBe(false)
    expect(await ask(again.url, 'select count(*)::int as value from survivor')).toEqual([1001])
  })

  it.runIf(process.platform === 'linux')('starts although nobody has collected the killed server yet, as under a careless PID 1', async () => {
    await (await start()).stop()
    // The shell becomes a `sleep` that never asks for its dead child. PostgreSQL minds only processes of its own account.
    const account = isRoot ? { uid: statSync(cluster).uid } : {}
    const careless = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'], ...account })
    try {
      const [chunk] = (await once(careless.stdout, 'data')) as [Buffer]
      const zombie = Number(chunk.toString())
      while (isAlive(zombie)) await sleep(5)
      expect(isTaken(zombie)).toBe(true)
      writeFileSync(join(cluster, 'postmaster.pid'), `${zombie}\n${cluster}\n1700000000\n5432\n${cluster}\n\n  0  0\nready\n`)
      writeFileSync(`${socketFile(cluster)}.lock`, `${zombie}\n`)
      expect((await start()).adopted).toBe(false)
    } finally {
      careless.kill('SIGKILL')
    }
  })

  it('adopts what a killed process of ours left running, and ignores Ctrl-C in its terminal', async () => {
    const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'start.ts'))}
      await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
      console.log('up')
      setInterval(() => {}, 1000)`
    const child = spawn(node, ['--input-type=module', '-e', script], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const { pid } = readPidFile(cluster) ?? { pid: 0 }
    // The whole foreground group gets what a terminal sends.
    process.kill(-(child.pid ?? 0), 'SIGINT')
    await new Promise((resolve) => child.once('exit', resolve))
    expect(worksIn(cluster, pid)).toBe(true)
    const database = await start()
    expect(database.adopted).toBe(true)
    expect(await database.stop()).toBe('smart')
  })

  it('keeps its share through crash recovery', async () => {
    const first = await start()
    const victim = new Client({ connectionString: first.url })
    victim.on('error', () => undefined)
    await victim.connect()
    const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid')
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    const second = await start()
    await expect
      .poll(() => ask<number>(second.url, `select count(*)::int as value from pg_stat_activity where application_name like 'heng hold%'`), {
        timeout: 4_000,
      })
      .toEqual([2])
    expect(await second.stop()).toBe('left-running')
    expect(await ask(first.url, 'select 1 as value')).toEqual([1])
  })

  it('refuses a folder whose server runs where we cannot see it, as in another container', async () => {
    await (await start()).stop()
    const elsewhere = createServer()
    await new Promise<void>((resolve) => elsewhere.listen(socketFile(cluster), resolve))
    writeFileSync(join(cluster, 'postmaster.pid'), `4194000\n/data/postgres\n1\n5432\n.\n\n\nready\n`)
    const refusal = start()
    await expect(refusal).rejects.toMatchObject({ code: 'in-use-elsewhere', message: expect.stringContaining('another container') })
    await new Promise((resolve) => elsewhere.close(resolve))
    rmSync(join(cluster, 'postmaster.pid'))
  })

  it('is not misled by a pid file whose number belongs to somebody else now', async () => {
    await (await start()).stop()
    const other = spawn('sleep', ['60'], isRoot ? { uid: statSync(cluster).uid } : {})
    writeFileSync(join(cluster, 'postmaster.pid'), `${other.pid}\n${cluster}\n1\n5432\n.\n\n\nready\n`)
    const database = await start()
    expect(database.adopted).toBe(false)
    other.kill()
  })

  it('starts once when two processes start at the same moment on a new folder', async () => {
    const fresh = join(home, 'race')
    const both = await Promise.all([start({ dataDir: fresh }), start({ dataDir: fresh })])
    expect(both.map(({ adopted }) => adopted).toSorted()).toEqual([false, true])
    const urls = new Set(both.map(({ url }) => url))
    expect(urls.size).toBe(1)
  })

  it('works where the path is too long for a socket', async () => {
    const long = join(home, 'x'.repeat(110))
    expect(fitsSocket(clusterFolder(long))).toBe(false)
    const database = await start({ dataDir: long })
    expect(await ask(database.url, 'select 1 as value')).toEqual([1])
    const folder = new URL(database.url).searchParams.get('host') ?? ''
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const adopted = await start({ dataDir: long })
    expect(adopted.url).toBe(database.url)
    await adopted.stop()
    await database.stop()
    expect(existsSync(folder)).toBe(false)
  })

  it.runIf(isRoot)('works as root in a folder that is closed to everybody else', async () => {
    const closed = join(home, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const database = await start({ dataDir: join(closed, 'data') })
    expect(await ask(database.url, 'select 1 as value')).toEqual([1])
    expect(statSync(clusterFolder(join(closed, 'data'))).uid).not.toBe(0)
  })

  it('refuses the folder of another major version and one that is no cluster, in one line', async () => {
    await (await start()).stop()
    const version = join(cluster, 'PG_VERSION')
    writeFileSync(version, '16\n')
    const refusal = start()
    await expect(refusal).rejects.toMatchObject({ code: 'other-major' })
    await expect(refusal).rejects.toThrow(/^[^\n]*PostgreSQL 16[^\n]*heng backup[^\n]*heng restore[^\n]*$/)
    rmSync(version)
    await expect(start()).rejects.toMatchObject({ code: 'data-unusable' })
    writeFileSync(version, '18\n')
  })

  it('quotes what PostgreSQL says when it does not start', async () => {
    await (await start()).stop()
    writeFileSync(join(cluster, 'local.conf'), "shared_buffers = 'plenty'\n")
    await expect(start()).rejects.toThrow(/does not start in .*: FATAL: {2}configuration file .* contains errors/)
    rmSync(join(cluster, 'local.conf'))
    expect(readFileSync(join(cluster, 'postgresql.conf'), 'utf8')).toContain('local.conf')
  })

  it.runIf(isRoot)('tells a plain user whose folder it is', async () => {
    await (await start()).stop()
    const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'start.ts'))}
      await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} }).catch((error) => console.log(error.code, error.message))`
    execFileSync('chmod', ['755', home])
    const said = execFileSync(node, ['--input-type=module', '-e', script], { uid: 2, gid: 2, encoding: 'utf8' })
    expect(said).toMatch(/^data-unusable .* belongs to user id \d+, this is "bin" \(2\)/)
  })
})
