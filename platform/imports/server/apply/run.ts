import { HengError } from '@heng/contract'
import { emit, withReferences, type Ctx } from '@heng/server-kit'
import type { Mapping } from '../../contract/index.ts'
import { makePlan, type Plan } from '../check/plan.ts'
import type { Target } from '../target/importable.ts'
import { fieldsOf } from '../check/further.ts'
import { movedOn, writeFurther } from './further.ts'
import { writeAheadOrExplain, writeOrExplain } from './refusal.ts'
import { knownLines, lockRegister, nextRows, staleLines, type PlannedRow, type Turn } from './store.ts'

/** The records are not what the dry run saw. */
const stale = (count: number, line: number | null): HengError => new HengError('import.stale', { status: 409, params: { count, line }, data: { line } })

/** Records that came since the dry run and are what rows would have created. Looked for before anything is written. */
const refuseKnown = async (ctx: Ctx, plan: Plan, session: string, reading: Reading): Promise<void> => {
  const { matchBy } = plan.mapping
  if (matchBy.length === 0 || matchBy[0] === 'reference') return
  if (plan.customKey === undefined) {
    const { count, first } = await knownLines(ctx, plan, session)
    if (count > 0) throw stale(count, first)
    return
  }
  for (const turn of ['first', 'later'] as const) {
    for await (const rows of plannedRows(reading, session, 'create', turn)) {
      const matches = await plan.customKey.find(ctx, rows.map(({ values, extra }) => ({ values, extra: extra ?? {} })))
      const known = rows.filter((_, i) => matches[i]!.length > 0)
      if (known.length > 0) throw stale(known.length, known[0]!.line)
    }
  }
}

/** Records whose values in the room's own columns have changed since. Looked for before anything is written. */
const refuseMoved = async (ctx: Ctx, target: Target, session: string, reading: Reading): Promise<void> => {
  if (target.support?.further === undefined) return
  for (const turn of ['first', 'later'] as const) {
    for await (const rows of plannedRows(reading, session, 'update', turn)) {
      const lines = await movedOn(ctx, target, rows)
      if (lines.length > 0) throw stale(lines.length, lines[0]!)
    }
  }
}

/** How planned rows are read: by the transaction that writes, or, when they were committed before it, by one of their own beside it. */
export type Reading = <T>(read: (ctx: Ctx) => Promise<T>) => Promise<T>

const start = { rank: 0, line: 0 }

/** Planned rows in pieces; the next piece is asked for before this one is used. */
async function* plannedRows(reading: Reading, session: string, action: PlannedRow['action'], turn: Turn): AsyncGenerator<PlannedRow[]> {
  const after = (last: Pick<PlannedRow, 'rank' | 'line'>): Promise<PlannedRow[]> => {
    const asked = reading((ctx) => nextRows(ctx, session, action, turn, last))
    // A failure counts where it is awaited.
    asked.catch(() => undefined)
    return asked
  }
  let next = after(start)
  try {
    for (;;) {
      const rows = await next
      if (rows.length === 0) return
      next = after(rows.at(-1)!)
      yield rows
    }
  } finally {
    await next.catch(() => undefined)
  }
}

/** From so many rows on, the search is brought up to date right after the import: its index costs as much as all the rest. */
const manyRows = 2_000

/** Records first get out of the way what new ones may claim; those that name new ones follow them. */
const passes = [['update', 'first'], ['create', 'first'], ['create', 'later'], ['update', 'later']] as const

interface Planned {
  readonly session: { readonly id: string; readonly reference: string; readonly file_name: string; readonly noun: string; readonly rows: number }
  /** How many records the dry run found to be created. */
  readonly creates: number
  readonly target: Target
  readonly mapping: Mapping
  readonly progress: (done: number) => Promise<void>
  readonly reading?: Reading
}

/**
 * Writes exactly the rows that a dry run found good, in the caller's transaction and with the caller's rights: each
 * with its history, a chunk at a time, so that memory does not grow with the file. Throws `import.stale` when a record
 * has changed since, `RowsRefused` when the register's rules refuse a row; the caller rolls back.
 */
export const applyRows = async (ctx: Ctx, { session, creates, target, mapping, progress, reading = (read) => read(ctx) }: Planned): Promise<void> => {
  await lockRegister(ctx, session.noun)
  const { count, first } = await staleLines(ctx, target.reg, session.id)
  if (count > 0) throw stale(count, first)
  const plan = await makePlan(ctx, target, mapping)
  await refuseKnown(ctx, plan, session.id, reading)
  await refuseMoved(ctx, target, session.id, reading)
  // Stands in the history of each record: which import, which file.
  const reason = `${session.reference} ${session.file_name}`
  const options = { search: session.rows > manyRows ? 'later' : 'now' } as const
  const writers = {
    create: (rows: readonly PlannedRow[]) => target.create(ctx, target.reg, rows.map(({ record, values }) => ({ id: record, values: fieldsOf(target, values) })), reason, options),
    update: (rows: readonly PlannedRow[]) => target.update(ctx, target.reg, rows.map(({ record, version, values }) => ({ id: record, version: version!, values: fieldsOf(target, values) })), reason, options),
  }
  let done = 0
  const written = async (rows: number): Promise<void> => {
    done += rows
    await progress(done)
  }
  const pass = async (action: PlannedRow['action'], turn: Turn): Promise<void> => {
    const write = async (rows: readonly PlannedRow[]): Promise<void> => {
      await writeFurther(ctx, target, rows, await writers[action](rows), reason)
      await emit(ctx, 'import.applied', { sessionId: session.id, noun: session.noun, ids: rows.map(({ record }) => record) })
    }
    const chunks = () => plannedRows(reading, session.id, action, turn)
    if (action === 'create' && turn === 'first') await writeAheadOrExplain(ctx, chunks, write, written)
    else {
      for await (const rows of chunks()) {
        await writeOrExplain(ctx, rows, write)
        await written(rows.length)
      }
    }
  }
  await withReferences(ctx, session.noun, creates, async () => {
    for (const [action, turn] of passes) await pass(action, turn)
  })
}
