import { HengError } from '@heng/contract'
import { emit, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Mapping } from '../../contract/index.ts'
import { findMatches } from '../check/match.ts'
import { makePlan, type Plan } from '../check/plan.ts'
import type { Target } from '../target/importable.ts'
import { writeOrExplain } from './refusal.ts'
import { lockRegister, nextRows, staleLines, type PlannedRow } from './store.ts'

/** The records are not what the dry run saw. */
const stale = (count: number, line: number | null): HengError => new HengError('import.stale', { status: 409, params: { count, line }, data: { line } })

const keep = async (ctx: Ctx, work: () => Promise<void>): Promise<void> => {
  await sql`savepoint chunk`.execute(ctx.tx)
  try {
    await work()
  } catch (error) {
    await sql`rollback to savepoint chunk`.execute(ctx.tx)
    throw error
  }
  await sql`release savepoint chunk`.execute(ctx.tx)
}

/** A record that came since the dry run and is what a row would have created. */
const refuseKnown = async (ctx: Ctx, plan: Plan, rows: readonly PlannedRow[]): Promise<void> => {
  const created = rows.filter(({ action }) => action === 'create')
  if (created.length === 0 || plan.mapping.matchBy[0] === 'reference') return
  const matches = await findMatches(ctx, plan, created.map(({ values, extra }) => ({ reference: null, values, extra: extra ?? {} })))
  const known = created.filter((_, i) => matches[i]!.length > 0)
  if (known.length > 0) throw stale(known.length, known[0]!.line)
}

/**
 * Writes exactly the rows that a dry run found good, in the caller's transaction and with the caller's rights: each
 * with its history, a chunk at a time, so that memory does not grow with the file. Throws `import.stale` when a record
 * has changed since, `RowsRefused` when the register's rules refuse a row; the caller rolls back.
 */
export const applyRows = async (
  ctx: Ctx, session: { readonly id: string; readonly reference: string; readonly file_name: string; readonly noun: string }, target: Target, mapping: Mapping,
  progress: (done: number) => Promise<void>,
): Promise<void> => {
  await lockRegister(ctx, session.noun)
  const { count, first } = await staleLines(ctx, target.reg, session.id)
  if (count > 0) throw stale(count, first)
  const plan = await makePlan(ctx, target, mapping)
  // Stands in the history of each record: which import, which file.
  const reason = `${session.reference} ${session.file_name}`
  const write = async (rows: readonly PlannedRow[]): Promise<void> => {
    const created = rows.filter(({ action }) => action === 'create')
    const changed = rows.filter(({ action }) => action === 'update')
    if (created.length > 0) await target.create(ctx, target.reg, created.map(({ record, values }) => ({ id: record, values })), reason)
    if (changed.length > 0) await target.update(ctx, target.reg, changed.map(({ record, version, values }) => ({ id: record, version: version!, values })), reason)
  }
  let done = 0
  let line = 0
  for (;;) {
    const rows = await nextRows(ctx, session.id, line)
    if (rows.length === 0) return
    await refuseKnown(ctx, plan, rows)
    await writeOrExplain(ctx, rows, write, (work) => keep(ctx, work))
    await emit(ctx, 'import.applied', { sessionId: session.id, noun: session.noun, ids: rows.map(({ record }) => record) })
    line = rows.at(-1)!.line
    done += rows.length
    await progress(done)
  }
}
