import { module as work } from '@heng/work/server'
import { createWorld, type TestWorld } from '@heng/testkit'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../contract/index.ts'
import { module } from '../module.ts'
import { noteBackup } from './backup.ts'

let world: TestWorld
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'heng-facts-'))
  await mkdir(join(data, 'files', 'ab'), { recursive: true })
  await writeFile(join(data, 'files', 'ab', 'x'), Buffer.alloc(1_234))
  world = await createWorld([work, module], { dataDir: data, smtpUrl: 'smtps://heng:very-secret@mail.example:465' })
})
afterAll(async () => {
  await world.close()
  await rm(data, { recursive: true })
})

describe('system facts', () => {
  it('tell version, database, data, migrations, mail and the last backup, and no secret', async () => {
    const org = await world.organisation()
    const keeper = await org.actor(['systemAdministrator'])
    const facts = await keeper.call(operations.system.facts, {})
    expect(facts).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/), role: 'all',
      database: { version: expect.stringMatching(/^18\./), bytes: expect.any(Number) },
      data: { path: data, folders: [{ name: 'files', bytes: 1_234, files: 1 }] },
      mail: { configured: true, server: 'mail.example:465', lastSentAt: null, refused: [] },
      backup: null,
    })
    expect(facts.migrations.map((m) => `${m.module}/${m.id}`)).toEqual(expect.arrayContaining(['platform/0001_platform', 'work/0001_work', 'operations/0001_operations']))
    expect(JSON.stringify(facts)).not.toContain('very-secret')
    const made = { at: new Date().toISOString(), file: '/backups/heng.tar.gz', bytes: 99 }
    await noteBackup(data, made)
    expect((await keeper.call(operations.system.facts, {})).backup).toEqual(made)
  })

  it('are for those who keep or audit the system', async () => {
    const org = await world.organisation()
    const [employee, auditor] = [await org.actor(), await org.actor(['auditAdministrator'])]
    expect((await employee.refusal(operations.system.facts, {})).status).toBe(403)
    expect((await auditor.call(operations.system.facts, {})).version).toBeTruthy()
    expect((await auditor.refusal(operations.system.testMail, {})).status).toBe(403)
  })

  it('order a test mail to the caller', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { to } = await manager.call(operations.system.testMail, {}, { headers: { 'accept-language': 'zh' } })
    expect(to).toMatch(/@example\.com$/)
    const { rows } = await sql`select payload -> 'input' ->> 'template' as template, payload -> 'input' ->> 'locale' as locale
      from graphile_worker._private_jobs where payload ->> 'orgId' = ${org.id} and payload -> 'input' ->> 'to' = ${to}`.execute(world.kit.db)
    expect(rows).toEqual([{ template: 'test', locale: 'zh-CN' }])
  })
})
