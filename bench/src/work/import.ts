import type { Composition } from '@heng/composition'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { plantPeople } from '../plant/people.ts'
import { createRandom } from '../plant/random.ts'
import { accountsOf, standardSize } from '../plant/size.ts'
import { writeAssetList } from './importFile.ts'
import { print, type Finding } from './print.ts'
import type { Watched } from './watch.ts'

interface Report {
  readonly check: Watched
  readonly apply: Watched
  readonly counts: Readonly<Record<string, number>>
  readonly columns: number
}

/** Imports an asset list into an organisation of its own, by a server process of its own; answers with the organisation. */
export const measureImport = async (built: Composition, dataDir: string, url: string, rows: number, slug: string): Promise<string> => {
  const { manager, board } = accountsOf(slug)
  const house = await plantPeople(built.kit, standardSize, createRandom(standardSize.seed), slug, [manager, board])
  const path = join(dataDir, 'list.csv')
  await writeAssetList(path, rows, house)
  const child = fork(join(import.meta.dirname, 'importRun.ts'), [dataDir, url, slug, manager.email, manager.password, path], { stdio: 'inherit' })
  const ended = once(child, 'exit')
  const [report] = (await Promise.race([once(child, 'message'), ended.then(([code]) => { throw new Error(`the import ended with ${code}`) })])) as [Report]
  await ended
  rmSync(path)
  if (report.counts.create !== rows) throw new Error(`imported ${JSON.stringify(report.counts)} of ${rows} rows`)
  const floor = await copied(built, house.orgId)
  const both = report.check.ms + report.apply.ms
  const findings: Finding[] = [
    { name: 'the same rows from one table to another with the same indexes (the floor)', ms: floor },
    { name: `import of ${rows} assets, ${report.columns} columns: dry run`, ...report.check, floorMs: floor },
    { name: `import of ${rows} assets: apply`, ...report.apply, floorMs: floor },
    { name: `import of ${rows} assets: both`, ms: both, limitMs: 15_000, floorMs: floor, peakMb: Math.max(report.check.peakMb, report.apply.peakMb), limitMb: 500 },
  ]
  print(findings)
  return house.orgId
}

const copied = async ({ kit }: Composition, orgId: string): Promise<number> => {
  await kit.pool.query('create table bench_floor (like asset including indexes)')
  const began = performance.now()
  await kit.pool.query('insert into bench_floor select * from asset where org_id = $1', [orgId])
  const took = performance.now() - began
  await kit.pool.query('drop table bench_floor')
  return took
}
