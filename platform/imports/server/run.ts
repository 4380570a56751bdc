import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import type { Mapping, RowCounts } from '../contract/index.ts'
import { applyRows } from './apply/run.ts'
import { RowsRefused } from './apply/refusal.ts'
import type { Problem } from './check/problem.ts'
import { checkRows } from './check/run.ts'
import { checkMapping } from './mapping/check.ts'
import { proposeColumns } from './mapping/propose.ts'
import { suggest } from './mapping/suggest.ts'
import { inspect } from './source/inspect.ts'
import type { ImportSource } from './source/source.ts'
import { changeSession, insertSession, sessionOf } from './session/store.ts'
import { sayProblem } from './session/view.ts'
import { theTarget } from './target/importable.ts'
import { matchKeys } from './target/keys.ts'

export interface ImportRequest {
  readonly noun: string
  /** Shown in the list of imports and in the history of the records. */
  readonly fileName: string
  /** Opens the table; called twice, first to look at it and then to import it. */
  readonly open: () => Promise<ImportSource>
  /** Where the mapping that follows from the header does not say enough. */
  readonly mapping?: Partial<Mapping>
  /** Rows with problems are left out; otherwise the first of them stops the import. */
  readonly leaveOutBadRows?: boolean
}
export interface ImportOutcome {
  readonly sessionId: string
  readonly reference: string
  readonly counts: RowCounts
}

const bad = (ctx: Ctx, { noun, fileName }: ImportRequest, count: number, line: number, problem: Problem | undefined): HengError =>
  new HengError('import.badRows', {
    params: { count, line, file: fileName, reason: problem === undefined ? '' : sayProblem(ctx.kit, noun, problem, ctx.locale) }, data: { line, problem },
  })

/**
 * Imports a table in the caller's transaction and with the caller's rights, through the same steps as a file that
 * somebody uploads: dry run, then exactly what it found. For rooms that bring rows themselves, such as sample data.
 * Throws `import.badRows` for the first row that does not fit, `invalid` for a mapping that does not.
 */
export const importTable = async (ctx: Ctx, request: ImportRequest): Promise<ImportOutcome> => {
  const { noun, fileName, open } = request
  const target = theTarget(ctx.kit, noun)
  const reading = await inspect(await open())
  const keys = await matchKeys(ctx, target)
  const mapping = { ...suggest(proposeColumns(ctx.kit, target.reg, reading.header, reading.sample), keys), ...request.mapping }
  checkMapping(mapping, reading.header, target, keys)
  const sessionId = await insertSession(ctx, { noun, fileName, upload: null, bytes: null, sha256: null, reading })
  const session = await sessionOf(ctx, sessionId, true)
  const idle = () => Promise.resolve()
  const summary = await checkRows(ctx, sessionId, target, mapping, open, idle)
  const [reason] = summary.reasons
  if (summary.counts.error > 0 && request.leaveOutBadRows !== true) throw bad(ctx, request, summary.counts.error, reason?.firstLine ?? 0, reason)
  try {
    await applyRows(ctx, { session, creates: summary.counts.create, target, mapping, progress: idle })
  } catch (error) {
    if (!(error instanceof RowsRefused)) throw error
    throw bad(ctx, request, error.rows.length, error.rows[0]!.line, error.rows[0]!.problems[0])
  }
  await changeSession(ctx, session, 'applied', { stage: 'applied', mapping, summary, appliedAt: ctx.now })
  return { sessionId, reference: session.reference, counts: summary.counts }
}
