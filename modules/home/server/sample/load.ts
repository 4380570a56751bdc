import { createReadStream } from 'node:fs'
import { importMeasurements } from '@heng/appetite/reads'
import { addDependenciesByName, importScan } from '@heng/assets/reads'
import { samplePath, sampleScan, type SampleFile } from '@heng/content-sample'
import { HengError } from '@heng/contract'
import { plantTests } from '@heng/controls/reads'
import { topUnit } from '@heng/directory/reads'
import { importTable, openTable } from '@heng/imports/reads'
import { countMany, startJob, type Ctx, type JobRun } from '@heng/server-kit'
import { readCells } from './cells.ts'
import { sampleJob } from './state.ts'
import { plannedResult, plannedTest } from './tests.ts'

interface Table {
  readonly file: SampleFile
  readonly noun: string
  readonly by: readonly string[]
  readonly onlyKnown?: boolean
  /** New units without a parent belong to the unit that stands for the organisation. */
  readonly underTop?: boolean
}
type Step = (ctx: Ctx) => Promise<unknown>

const table = ({ file, noun, by, onlyKnown = false, underTop = false }: Table): Step => async (ctx) => {
  const top = underTop ? await topUnit(ctx) : null
  return importTable(ctx, {
    noun, fileName: file, open: () => openTable(samplePath(ctx.org.locale, file), {}),
    mapping: { matchBy: [...by], onMatch: 'update', onMissing: onlyKnown ? 'skip' : 'create', ...(top === null ? {} : { defaults: { parent: top } }) },
  })
}

const dependencies: Step = async (ctx) => {
  const rows = await readCells(samplePath(ctx.org.locale, 'dependencies.csv'))
  await addDependenciesByName(ctx, rows.map(([asset = '', dependsOn = '']) => ({ asset, dependsOn })))
}

/** Values of indicators, as many months old as the table says, so that the sample is never out of date. */
const measurements: Step = async (ctx) => {
  const rows = await readCells(samplePath(ctx.org.locale, 'measurements.csv'))
  const before = (months: number): string => {
    const at = new Date(ctx.now)
    at.setUTCDate(1)
    at.setUTCMonth(at.getUTCMonth() - months)
    return at.toISOString()
  }
  await importMeasurements(ctx, { csv: ['indicator,at,value', ...rows.map(([name = '', months = '', value = '']) => `${name},${before(Number(months))},${value}`)].join('\n'), dryRun: false })
}

const tests: Step = async (ctx) => {
  const cells = (file: SampleFile) => readCells(samplePath(ctx.org.locale, file))
  await plantTests(ctx, { tests: (await cells('control-tests.csv')).map(plannedTest), results: (await cells('test-results.csv')).map(plannedResult) })
}

const steps: readonly Step[] = [
  table({ file: 'units.csv', noun: 'unit', by: ['code'], underTop: true }),
  table({ file: 'people.csv', noun: 'person', by: ['email'] }),
  table({ file: 'structure.csv', noun: 'unit', by: ['code'], onlyKnown: true }),
  table({ file: 'assets.csv', noun: 'asset', by: ['name'] }),
  dependencies,
  table({ file: 'hosts.csv', noun: 'asset', by: ['name'], onlyKnown: true }),
  tests,
  table({ file: 'indicators.csv', noun: 'riskIndicator', by: ['name'] }),
  measurements,
  table({ file: 'emerging-risks.csv', noun: 'emergingRisk', by: ['title'] }),
  (ctx) => importScan(ctx, { fileName: 'scan.xml', body: createReadStream(sampleScan) }),
]

/** Starts loading the sample company, in a job that the page watches; only into an organisation without assets. */
export const load = async (ctx: Ctx): Promise<{ jobId: string }> => {
  await refuseUsed(ctx)
  return { jobId: await startJob(ctx, sampleJob, {}, steps.length) }
}

const refuseUsed = async (ctx: Ctx): Promise<void> => {
  const [assets] = await countMany(ctx, [{ noun: 'asset', query: { archived: 'all' } }])
  if ((assets?.total ?? 0) > 0) throw new HengError('home.sampleNotEmpty', { status: 409 })
}

/** Brings tables and scan in through the importers, with the rights of whoever asked for it; all of them or none. */
export const run = async (job: JobRun): Promise<void> =>
  job.asStarter(async (ctx) => {
    // Two requests at once start two jobs; the second finds what the first brought.
    await refuseUsed(ctx)
    for (const [i, step] of steps.entries()) {
      await job.progress(i, steps.length)
      await step(ctx)
    }
    await job.progress(steps.length, steps.length)
  })
