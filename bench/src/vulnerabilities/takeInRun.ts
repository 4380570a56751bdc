import { vulnerabilities } from '@heng/vulnerabilities/contract'
import { readFileSync } from 'node:fs'
import { composeAt, signIn } from '../bench.ts'
import { clockOf } from '../processor.ts'
import { jobDone } from '../quiet.ts'
import { watch } from '../work/watch.ts'

// A process of its own, so that its memory is the server's: takes reports from upload to done, and says what each cost.
const [dataDir, url, slug, email, password, ...paths] = process.argv.slice(2) as [string, string, string, string, string, ...string[]]
const built = await composeAt(dataDir, url)
await built.startWorker()
const member = await signIn(built, slug, email, password)
const clock = await clockOf(built)

for (const path of paths) {
  const file = (await member.put('files?name=internal.nessus', readFileSync(path))) as { id: string }
  let scan = ''
  const took = await watch(clock, async () => {
    scan = (await member.call(vulnerabilities.scan.begin, { file: file.id, coverage: 'whole' })).id
    const { jobId } = await member.call(vulnerabilities.scan.progress, { id: scan })
    await jobDone(member, jobId!)
  })
  process.send!({ took, scan: await member.call(vulnerabilities.scan.get, { id: scan }) })
}
await built.close()
