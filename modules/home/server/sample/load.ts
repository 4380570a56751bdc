import { addDependenciesByName } from '@heng/assets/reads'
import { samplePath, type SampleFile } from '@heng/content-sample'
import { HengError, type Locale } from '@heng/contract'
import { readTable } from '@heng/engine-tables'
import { importTable, openTable } from '@heng/imports/reads'
import { countMany, startJob, type Ctx, type JobRun } from '@heng/server-kit'
import { sampleJob } from './state.ts'

const tables: readonly { readonly file: SampleFile; readonly noun: string; readonly by: readonly string[]; readonly onlyKnown?: boolean }[] = [
  { file: 'units.csv', noun: 'unit', by: ['code'] },
  { file: 'people.csv', noun: 'person', by: ['email'] },
  { file: 'structure.csv', noun: 'unit', by: ['code'], onlyKnown: true },
  { file: 'assets.csv', noun: 'asset', by: ['name'] },
]

/** Starts loading the sample company, in a job that the page watches; only into an organisation without assets. */
export const load = async (ctx: Ctx): Promise<{ jobId: string }> => {
  const [assets] = await countMany(ctx, [{ noun: 'asset', query: { archived: 'all' } }])
  if ((assets?.total ?? 0) > 0) throw new HengError('home.sampleNotEmpty', { status: 409 })
  return { jobId: await startJob(ctx, sampleJob, {}, tables.length + 1) }
}

/** Brings the tables in through the importers, with the rights of whoever asked for it; all of them or none. */
export const run = async (job: JobRun): Promise<{ assets: number; dependencies: number }> =>
  job.asStarter(async (ctx) => {
    const { locale } = ctx.org
    let assets = 0
    for (const [i, { file, noun, by, onlyKnown = false }] of tables.entries()) {
      await job.progress(i, tables.length + 1)
      const { counts } = await importTable(ctx, {
        noun, fileName: file, open: () => openTable(samplePath(locale, file), {}),
        mapping: { matchBy: [...by], onMatch: 'update', onMissing: onlyKnown ? 'skip' : 'create' },
      })
      if (noun === 'asset') assets = counts.create
    }
    await job.progress(tables.length, tables.length + 1)
    const dependencies = await addDependenciesByName(ctx, await pairs(locale))
    await job.progress(tables.length + 1, tables.length + 1)
    return { assets, dependencies }
  })

const pairs = async (locale: Locale) => {
  const table = await readTable(samplePath(locale, 'dependencies.csv'))
  const rows: { asset: string; dependsOn: string }[] = []
  for await (const { cells } of table.rows) rows.push({ asset: cells[0] ?? '', dependsOn: cells[1] ?? '' })
  return rows
}
