import type { Composition } from '@heng/composition'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeAt, openDatabase, signIn } from './src/bench.ts'
import { assetPages, roomPages } from './src/pages/pages.ts'
import { measure } from './src/pages/measure.ts'
import { measureLists } from './src/lists/lists.ts'
import { measureLoss } from './src/loss/loss.ts'
import { measureTreatment } from './src/loss/treatment.ts'
import { pastPages } from './src/past/pages.ts'
import { plantPast } from './src/past/plant.ts'
import { plant, planted } from './src/plant/plant.ts'
import { accountsOf, standardSize } from './src/plant/size.ts'
import { quiet } from './src/quiet.ts'
import { measureScans } from './src/scans/scans.ts'
import { measureRegister } from './src/vulnerabilities/register.ts'
import { measureTakeIn } from './src/vulnerabilities/takeIn.ts'
import { printWebLoad } from './src/webLoad.ts'
import { measureAppetite } from './src/work/appetite.ts'
import { measureChain } from './src/work/chain.ts'
import { measureImport } from './src/work/import.ts'
import { measureRecompute } from './src/work/recompute.ts'
import { measureSoaExport } from './src/work/soa.ts'

// `npm run bench`: see bench/README.md.
/** Rows of the list that is imported. */
const listed = 100_000
const kept = process.env.BENCH_DATA
const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'heng-bench-'))
const database = await openDatabase(dataDir)

const withServer = async (work: (built: Composition) => Promise<void>): Promise<void> => {
  const built = await composeAt(dataDir, database.url)
  try {
    await work(built)
  } finally {
    await built.close()
  }
}

try {
  printWebLoad()
  await measureLoss()
  await measureTreatment()
  await measureScans()
  await withServer(async (built) => {
    await built.startWorker()
    const place = (await planted(built)) ?? (await plant(built, standardSize, console.log))
    await quiet(built)
    await built.kit.pool.query('vacuum analyze')
    await measureAppetite(built, place)
    await built.kit.pool.query('vacuum analyze')
    await measure(built, [...assetPages(built, place.manager, place.slug), ...roomPages(place)])
    await measureLists(built, place.manager, place.orgId, ['asset', 'risk', 'riskScenario', 'person', 'appetitePosition'])
    await measureSoaExport(built, place)
    await measureChain(built, place)
    await measureRecompute(built, place)
    // Last, since the tables of the past are large afterwards.
    console.log(`\n${await plantPast(built, place)} entries in the history`)
    await built.kit.pool.query('vacuum analyze')
    await measure(built, pastPages(place))
  })
  // The importing process brings the worker, of which there is one at a time; so this one begins its own only afterwards.
  await withServer(async (built) => {
    // Each run imports into an organisation of its own, so that kept data can be measured again.
    const slug = `large-${Date.now()}`
    const orgId = await measureImport(built, dataDir, database.url, listed, slug)
    await measureTakeIn(dataDir, database.url, slug)
    await built.startWorker()
    await quiet(built)
    await built.kit.pool.query('vacuum analyze')
    const { email, password } = accountsOf(slug).manager
    console.log(`\na register of ${listed} assets`)
    const member = await signIn(built, slug, email, password)
    await measure(built, assetPages(built, member, slug))
    await measureLists(built, member, orgId, ['asset'])
    await measureRegister(built, member, orgId)
  })
} finally {
  await database.stop()
  if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
}
