import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { storeFile } from '@heng/records/reads'
import { streamJson, type Report, type Row } from '@heng/reports'
import { createRecords, inOrganisation, startJob, type Ctx, type JobRun } from '@heng/server-kit'
import { periodName } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { auditReport } from '../audit/report.ts'
import type { Source } from '../audit/chapter.ts'
import { composeBoard } from '../board/report.ts'
import { report as register } from './register.ts'
import { checkRequest, type ReportRequest } from './request.ts'

export const generateJob = 'reporting.generate'
/** What holds the stored contents, so that no clean-up takes them. */
const holder = 'reporting'

/** Starts generating; whoever asked follows the job, which answers with the record. */
export const generate = async (ctx: Ctx, request: ReportRequest): Promise<{ jobId: string }> => {
  checkRequest(ctx, request)
  return { jobId: await startJob(ctx, generateJob, request) }
}

async function* rowsOf(source: Source): AsyncGenerator<Row> {
  for await (const piece of source.pieces()) yield* piece
}

interface Composed {
  readonly report: Report
  readonly sources: readonly Source[]
}

const compose = async (ctx: Ctx, request: ReportRequest, progress: (rows: number) => Promise<void>): Promise<Composed> =>
  request.kind === 'board' ? { report: await composeBoard(ctx, request), sources: [] } : auditReport(ctx, request, { preview: false, progress })

/**
 * Reads everything as of one instant, writes it down as canonical JSON piece by piece (memory holds one), and keeps it under its SHA-256 with a record.
 * With the rights of whoever asked; stopping or failing leaves nothing.
 */
export const run = async (job: JobRun): Promise<{ report: string; reference: string }> => {
  // What came with the request says which organisation it was; the rest is the report's.
  const { kind, from, to, language, message, decisions } = job.input as ReportRequest
  const request: ReportRequest = { kind, from, to, language, message, decisions }
  const starter = await job.asStarter((ctx) => {
    checkRequest(ctx, request)
    return Promise.resolve(ctx)
  })
  const folder = await mkdtemp(join(tmpdir(), 'heng-report-'))
  try {
    const path = join(folder, 'report.json')
    let seen = 0
    const progress = async (rows: number): Promise<void> => job.progress((seen += rows))
    const asAt = await inOrganisation(job.kit.db, job.orgId, 'read', async (tx) => {
      const ctx: Ctx = { ...starter, tx, now: new Date(), locale: language }
      const { report, sources } = await compose(ctx, request, progress)
      const rows = Object.fromEntries(sources.map((source) => [source.id, rowsOf(source)]))
      await pipeline(Readable.from(streamJson(report, rows)), createWriteStream(path))
      return ctx.now
    })
    return await job.asStarter(async (ctx) => {
      const title = `${messages[language].page.kinds[kind].title} ${periodName({ from, to }, language)}`
      const file = await storeFile(ctx, `${title}.json`, createReadStream(path), holder)
      const [made] = await createRecords(ctx, register, [{
        title, kind, periodFrom: from, periodTo: to, language, generatedBy: ctx.caller.personId, generatedAt: ctx.now.toISOString(), asAt: asAt.toISOString(), size: (await stat(path)).size, sha256: file.sha256,
      }], undefined, { recordedAs: 'generated' })
      return { report: made!.id, reference: made!.reference as string }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
