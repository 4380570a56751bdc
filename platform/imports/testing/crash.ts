import { mkdir, writeFile } from 'node:fs/promises'
import { compose } from '@heng/composition'
import { startEmbedded } from '@heng/database'
import { asMember, asSystem, createLog, createRecords, readConfig, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { apply } from '../server/apply/verb.ts'
import { check } from '../server/check/verb.ts'
import { module } from '../server/module.ts'
import { create } from '../server/session/create.ts'
import { details } from '../server/session/details.ts'
import { map } from '../server/session/map.ts'
import { importsDir, uploadPath } from '../server/upload/files.ts'
import { deviceModule } from './device.ts'

/**
 * A server of its own for the test that kills it: `begin` imports a file and says how far the writing is, `resume` counts
 * what is there, runs the queue until the import is over, and counts again. Answers are lines of JSON on standard output.
 */
const [mode, dataDir = '', count = '0'] = process.argv.slice(2)
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const database = await startEmbedded({ dataDir })
const config = { ...readConfig({ HENG_DATA: dataDir, HENG_LOG: 'silent' }), publicUrl: 'http://localhost:4600' }
const { kit, identity, startWorker, close } = await compose({
  config, log: createLog('silent'), databaseUrl: database.url, secret: 'crash-test-crash-test-crash-test-crash-test', rooms: [deviceModule, module], version: 'test',
})

const begin = async (): Promise<void> => {
  const orgId = v7()
  const userId = v7()
  await sql`insert into organisation (id, slug, name, locale, timezone, currency) values (${orgId}, 'crash', 'Crash', 'en', 'UTC', 'EUR')`.execute(kit.db)
  await asSystem(kit, orgId, 'job', 'test', async (ctx) => {
    const [person] = await createRecords(ctx, kit.registers.get('person')!, [{ name: 'Anna' }])
    await createRecords(ctx, kit.registers.get('roleAssignment')!, [{ person: person!.id, role: 'ismsManager', unit: null, validUntil: null }])
    await sql`insert into membership (org_id, user_id, person) values (${orgId}, ${userId}, ${person!.id})`.execute(ctx.tx)
  })
  const uploadId = v7()
  const rows = Array.from({ length: Number(count) }, (_, i) => `Device ${i},server,N-${i}`)
  await mkdir(importsDir(dataDir), { recursive: true })
  await writeFile(uploadPath(dataDir, uploadId), ['Name,Kind,Serial number', ...rows].join('\n'))
  const as = <T>(work: (ctx: Ctx) => Promise<T>) => asMember(kit, identity, orgId, userId, 'test', work)
  const settled = async (id: string) => {
    for (;;) {
      const { job } = await as((ctx) => details(ctx, { id }))
      if (job?.state === 'done') return
      if (job?.kind === 'apply') say({ state: job.state, done: job.done })
      await pause(20)
    }
  }
  await as((ctx) => sql`insert into import_upload (id, org_id, user_id, file_name, bytes, sha256, created_at)
    values (${uploadId}, ${orgId}, ${userId}, 'crash.csv', 1, 'x', now())`.execute(ctx.tx))
  const session = await as((ctx) => create(ctx, { noun: 'device', uploadId }))
  const { suggested } = await as((ctx) => details(ctx, { id: session.id }))
  await as((ctx) => map(ctx, { id: session.id, version: 1, mapping: suggested }))
  await as((ctx) => check(ctx, { id: session.id, version: 2 }))
  await startWorker()
  await settled(session.id)
  await as((ctx) => apply(ctx, { id: session.id, version: 4 }))
  await settled(session.id)
}

const standing = async () => {
  const { rows } = await sql<Record<string, unknown>>`select (select count(*)::int from device) as devices, (select count(*)::int from history where noun = 'device') as entries,
    (select count(*)::int from outbox where type = 'import.applied') as events, (select stage from import_session) as stage`.execute(kit.db)
  return rows[0]!
}

if (mode === 'begin') await begin()
if (mode === 'resume') {
  say(await standing())
  await startWorker()
  for (const deadline = Date.now() + 60_000; (await standing()).stage !== 'applied' && Date.now() < deadline; ) await pause(100)
}
say(await standing())
await close()
await database.stop()
