import { claimRole } from '@heng/database'
import { createTestDatabase, type TestDatabase } from '@heng/database/testing'
import { directory } from '@heng/directory/contract'
import { createWorld, type TestWorld } from '@heng/testkit'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rooms } from '../../server/src/modules.ts'
import { terminal } from './cli.fixture.ts'

let world: TestWorld
let empty: TestDatabase
let source: string
beforeAll(async () => {
  world = await createWorld(rooms)
  source = world.kit.pool.options.connectionString!
  empty = await createTestDatabase()
})
afterAll(async () => {
  await empty.drop()
  await world.close()
})

describe('backup and restore', () => {
  it('carry everything to another place, refuse what would lose something, and say where secrets are', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'], '张敏')
    await manager.call(directory.unit.create, { name: '生产部' })
    const { heng, home } = terminal({ DATABASE_URL: source })
    const content = Buffer.from('evidence')
    const sha = createHash('sha256').update(content).digest('hex')
    mkdirSync(join(home, 'data', 'files', sha.slice(0, 2)), { recursive: true })
    writeFileSync(join(home, 'data', 'files', sha.slice(0, 2), sha), content)
    writeFileSync(join(home, 'data', 'secret'), 'x', { mode: 0o600 })

    const made = await heng(['backup', 'all.heng'])
    expect([made.code, made.err]).toEqual([0, expect.stringMatching(/Backup written to all\.heng: .* 1 files\.\nIt holds everything/)])
    expect(statSync(join(home, 'all.heng')).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(home, 'data', 'last-backup.json'), 'utf8'))).toMatchObject({ file: join(home, 'all.heng'), bytes: statSync(join(home, 'all.heng')).size })
    expect(await heng(['backup', 'all.heng'])).toMatchObject({ code: 2, err: expect.stringContaining('--replace') })
    expect((await heng(['backup', 'all.heng', '--replace'])).code).toBe(0)

    const other = terminal({ DATABASE_URL: empty.url, LANG: 'zh_CN.UTF-8' })
    const back = await other.heng(['restore', join(home, 'all.heng')])
    expect([back.code, back.err]).toEqual([0, expect.stringMatching(/已恢复.*1 个文件。\n$/)])
    const { rows } = await empty.pool.query<{ name: string }>("select name from unit where name = '生产部'")
    expect(rows).toEqual([{ name: '生产部' }])
    expect(existsSync(join(other.home, 'data', 'files', sha.slice(0, 2), sha))).toBe(true)
    expect(readFileSync(join(other.home, 'data', 'secret'), 'utf8')).toBe('x')
    expect(statSync(join(other.home, 'data', 'secret')).mode & 0o777).toBe(0o600)

    await empty.pool.query("update unit set name = '改名部' where name = '生产部'")
    expect(await other.heng(['restore', join(home, 'all.heng')])).toMatchObject({ code: 2, err: expect.stringContaining('--replace') })
    const names = async () => (await empty.pool.query<{ name: string }>("select name from unit where name in ('生产部', '改名部')")).rows.map((row) => row.name)
    expect(await names()).toEqual(['改名部'])
    expect((await other.heng(['restore', join(home, 'all.heng'), '--replace'])).code).toBe(0)
    expect(await names()).toEqual(['生产部'])
  })

  it('work on the embedded database of a data folder, which they leave as they found it', async () => {
    const { heng, home } = terminal({ DATABASE_URL: source })
    expect((await heng(['backup', 'a.heng'])).code).toBe(0)
    const embedded = { DATABASE_URL: '' }
    expect(await heng(['restore', 'a.heng'], { env: embedded })).toMatchObject({ code: 0, err: expect.stringContaining('creating the database') })
    expect(existsSync(join(home, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
    const again = await heng(['backup', 'b.heng'], { env: embedded })
    expect([again.code, again.err]).toEqual([0, expect.stringMatching(/Backup written to b\.heng: .* tables, \d+ rows/)])
    expect((await heng(['doctor'], { env: embedded })).out).toMatch(/ok +last backup .*b\.heng/)
  })

  it('refuse to restore under a running Heng, a damaged file, and to back up nothing', async () => {
    const { heng, home } = terminal({ DATABASE_URL: source })
    await heng(['backup', 'all.heng'])
    const target = await createTestDatabase()
    try {
      const claim = await claimRole({ url: target.url, role: 'web', onLost: () => undefined })
      expect(await heng(['restore', 'all.heng'], { env: { DATABASE_URL: target.url } })).toMatchObject({ code: 2, err: expect.stringContaining('Another Heng already runs') })
      const { rows } = await target.pool.query("select to_regclass('public.organisation') as made")
      expect(rows).toEqual([{ made: null }])
      await claim.release()
      writeFileSync(join(home, 'cut.heng'), readFileSync(join(home, 'all.heng')).subarray(0, -200))
      expect(await heng(['restore', 'cut.heng'], { env: { DATABASE_URL: target.url } })).toMatchObject({ code: 2, err: expect.stringContaining('damaged') })
    } finally {
      await target.drop()
    }
    expect(await heng(['backup', 'x.heng'], { env: { DATABASE_URL: '' } })).toMatchObject({ code: 2, err: expect.stringContaining('HENG_DATA') })
    expect(existsSync(join(home, 'data'))).toBe(false)
    expect(await heng(['restore', 'nothing.heng'])).toMatchObject({ code: 2, err: expect.stringContaining('Cannot read') })
    expect(await heng(['backup', 'no/such/folder/x.heng'])).toMatchObject({ code: 2 })
  })
})

describe('doctor', () => {
  it('says what is in order and what is not', async () => {
    const { heng } = terminal({ DATABASE_URL: source, HENG_URL: 'http://127.0.0.1:9' })
    const well = await heng(['doctor'])
    expect(well.code).toBe(0)
    expect(well.out).toMatch(/ok +database PostgreSQL 18/)
    expect(well.out).toMatch(/ok +schema up to date \(\d+ migrations\)/)
    expect(well.out).toMatch(/note +http:\/\/127\.0\.0\.1:9 does not answer/)
    const ill = await heng(['doctor'], { env: { DATABASE_URL: 'postgresql://nobody:secret-word@127.0.0.1:9/x', SMTP_URL: 'smtp://127.0.0.1:9', LANG: 'zh_CN.UTF-8' } })
    expect(ill.code).toBe(2)
    expect(ill.out).toMatch(/异常 +无法使用数据库/)
    expect(ill.out).toMatch(/异常 +邮件服务器 127\.0\.0\.1:9 拒绝连接/)
    expect(ill.out + ill.err).not.toContain('secret-word')
  })
})
