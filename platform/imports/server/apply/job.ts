import { HengError } from '@heng/contract'
import { inOrganisation, type Ctx, type JobRun } from '@heng/server-kit'
import type { RowAction, RowCounts } from '../../contract/index.ts'
import { fillCells } from '../check/cells.ts'
import type { Summary } from '../check/tally.ts'
import { openFile } from '../source/open.ts'
import { siblingFields } from '../siblings/fields.ts'
import { dependantsOf } from '../siblings/store.ts'
import { changeSession, sessionOf, type Session } from '../session/store.ts'
import { theTarget } from '../target/importable.ts'
import { removeUpload, uploadPath } from '../upload/files.ts'
import { RowsRefused, type RefusedRow } from './refusal.ts'
import { applyRows, type Reading } from './run.ts'
import { refuseRows } from './store.ts'

/**
 * Applies a session in one transaction with its starter's rights: all rows that the dry run found good, or none. A
 * process or database that dies leaves none; the job then runs again, and finds the session applied or not.
 */
export const runApply = async (run: JobRun): Promise<unknown> => {
  const { session: id } = run.input as { session: string }
  try {
    const { counts, upload } = await run.asStarter((ctx) => applySession(run, ctx, id))
    // The file is needed no more, unless its bad rows are still to be fetched with their cells.
    if (upload !== null && counts.error === 0) await removeUpload(run.kit.config.dataDir, upload)
    return counts
  } catch (error) {
    if (error instanceof RowsRefused) {
      await run.asStarter((ctx) => noteRefused(run, ctx, id, error.rows))
      const { line, problems } = error.rows[0]!
      throw new HengError('import.rowsRefused', { status: 409, params: { count: error.rows.length, line }, data: { line, problems } })
    }
    // What was compared is out of date: the dry run has to be made again before anything can be applied.
    if (error instanceof HengError && (error.code === 'import.stale' || error.code === 'versionConflict')) {
      await run.asStarter((ctx) => noteStale(ctx, id))
      if (error.code === 'versionConflict') throw new HengError('import.stale', { status: 409, params: { count: 1, line: '?' } })
    }
    throw error
  }
}

const applySession = async ({ kit, progress }: JobRun, ctx: Ctx, id: string): Promise<{ counts: RowCounts; upload: string | null }> => {
  const session = await sessionOf(ctx, id, true)
  const { stage, mapping, summary, upload } = session
  if (stage === 'applied' && summary !== null) return { counts: summary.counts, upload }
  if (stage !== 'checked' || mapping === null || summary === null) throw new HengError('import.notChecked', { status: 409 })
  const { counts } = summary
  const reading: Reading = (read) => inOrganisation(kit.db, ctx.org.id, 'read', (tx) => read({ ...ctx, tx }))
  await applyRows(ctx, {
    session, creates: counts.create, target: theTarget(kit, session.noun), mapping, progress: (done) => progress(done, counts.create + counts.update), reading,
  })
  await changeSession(ctx, session, 'applied', { stage: 'applied', appliedAt: ctx.now })
  return { counts, upload }
}

const withRefused = (summary: Summary, rows: readonly RefusedRow[]): Summary => {
  const counts: Record<RowAction, number> = { ...summary.counts }
  const reasons = summary.reasons.map((reason) => ({ ...reason }))
  for (const { line, was, problems } of rows) {
    counts[was] -= 1
    counts.error += 1
    for (const problem of problems) {
      const known = reasons.find(({ field, code }) => field === problem.field && code === problem.code)
      if (known === undefined) reasons.push({ ...problem, rows: 1, firstLine: line })
      else known.rows += 1
    }
  }
  return { ...summary, counts, reasons }
}

/** The report then says what can still be applied; the refused rows stand among the problems. */
const noteRefused = async ({ kit }: JobRun, ctx: Ctx, id: string, rows: readonly RefusedRow[]): Promise<void> => {
  const session = await sessionOf(ctx, id, true)
  if (session.stage !== 'checked' || session.summary === null || session.mapping === null) return
  const { upload, noun, reading, mapping } = session
  const dependants = await dependantsOf(ctx, id, rows.map(({ line }) => line), siblingFields(theTarget(kit, noun).reg, mapping))
  const all = [...rows, ...dependants]
  await refuseRows(ctx, id, all)
  if (upload !== null) await fillCells(ctx, id, () => openFile(kit, noun, uploadPath(kit.config.dataDir, upload), { sheet: reading.sheet ?? undefined }))
  await changeSession(ctx, session, 'rowsRefused', { summary: withRefused(session.summary, all) })
}

const noteStale = async (ctx: Ctx, id: string): Promise<void> => {
  const session: Session = await sessionOf(ctx, id, true)
  if (session.stage === 'checked') await changeSession(ctx, session, 'stale', { stage: 'mapped' })
}
