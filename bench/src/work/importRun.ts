import { imports } from '@heng/imports/contract'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { composeAt, signIn } from '../bench.ts'
import { clockOf } from '../processor.ts'
import { watch } from './watch.ts'

// A process of its own, so that its memory is the server's: takes a file from upload to applied, and says what it cost.
const [dataDir, url, slug, email, password, path] = process.argv.slice(2) as [string, string, string, string, string, string]
const built = await composeAt(dataDir, url)
await built.startWorker()
const member = await signIn(built, slug, email, password)

const clock = await clockOf(built)

const settled = async (id: string): Promise<void> => {
  for (;;) {
    const { job } = await member.call(imports.import.details, { id })
    if (job?.state === 'done') return
    if (job?.state === 'failed' || job?.state === 'cancelled') throw new Error(`${job.state}: ${JSON.stringify(job.error)}`)
    await pause(500)
  }
}
const { uploadId } = (await member.put('import-uploads?name=list.csv', readFileSync(path))) as { uploadId: string }
const session = await member.call(imports.import.create, { noun: 'asset', uploadId })
const { suggested } = await member.call(imports.import.details, { id: session.id })
const mapped = await member.call(imports.import.map, { id: session.id, version: session.version, mapping: suggested! })
const check = await watch(clock, async () => {
  await member.call(imports.import.check, { id: session.id, version: mapped.version })
  await settled(session.id)
})
const { version } = await member.call(imports.import.get, { id: session.id })
const apply = await watch(clock, async () => {
  await member.call(imports.import.apply, { id: session.id, version })
  await settled(session.id)
})
const { counts } = await member.call(imports.import.details, { id: session.id })
process.send!({ check, apply, counts, columns: suggested!.columns.length })
await built.close()
