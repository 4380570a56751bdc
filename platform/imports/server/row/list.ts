import { HengError, type AnsweredOf, type Label } from '@heng/contract'
import { labelsOf, reach, type AnyRegister, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import type { imports, RowAction } from '../../contract/index.ts'
import type { Problem } from '../check/problem.ts'
import { mayReadRows, sessionOf } from '../session/store.ts'
import { sayProblem } from '../session/view.ts'

type RowPage = AnsweredOf<typeof imports.import.rows>

interface Row {
  readonly line: number
  readonly action: RowAction
  readonly record: string | null
  readonly label: string | null
  readonly values: Values | null
  readonly before: Values | null
  readonly problems: Problem[] | null
  readonly cells: string[] | null
  readonly reference: string | null
}

/** Names of the records that staged values point to, as in a list of the register; also of those that only the file will bring. */
const labelsFor = async (ctx: Ctx, reg: AnyRegister | undefined, session: string, rows: readonly Row[]): Promise<Record<string, Label>> => {
  if (reg === undefined) return {}
  const labels = await labelsOf(ctx, reg.noun, rows.flatMap(({ values, before }) => [values ?? {}, before ?? {}]) as StoredRow[])
  const own = Object.keys(reg.noun.fields).filter((name) => reg.noun.fields[name]!.target === reg.noun.name)
  const unknown = rows.flatMap(({ values }) => own.flatMap((name) => [values?.[name]].flat())).filter((id) => typeof id === 'string' && labels[id] === undefined)
  if (unknown.length === 0) return labels
  const { rows: staged } = await sql<{ record: string; label: string | null; line: number }>`select record, label, line from import_row
    where org_id = ${ctx.org.id} and session = ${session} and action = 'create' and record = any(${unknown}::uuid[])`.execute(ctx.tx)
  return { ...labels, ...Object.fromEntries(staged.map(({ record, label, line }) => [record, { text: label ?? '', reference: `#${line}` }])) }
}

/** Rows of a dry run by what they do, in the order of the file; one statement, and one per noun referred to. */
export const list = async (ctx: Ctx, { id, action, cursor, limit = 50 }: { id: string; action: RowAction; cursor?: string; limit?: number }): Promise<RowPage> => {
  const session = await sessionOf(ctx, id)
  const { noun, reading } = session
  if (!mayReadRows(ctx, session, reach(ctx, `${noun}:read`).kind === 'all')) throw new HengError('import.notYours', { status: 403 })
  const after = cursor === undefined ? 0 : Number(cursor)
  if (!Number.isSafeInteger(after)) throw new HengError('badCursor', { status: 400 })
  const reg = ctx.kit.registers.get(noun)
  const known = reg === undefined ? sql`null::text as reference` : sql`(select t.reference from ${sql.table(reg.table)} t where t.org_id = r.org_id and t.id = r.record) as reference`
  const { rows } = await sql<Row>`select r.line, r.action, r.record, r.label, r.values, r.before, r.problems, r.cells, ${known} from import_row r
    where r.org_id = ${ctx.org.id} and r.session = ${id} and r.action = ${action} and r.line > ${after} order by r.line limit ${limit + 1}`.execute(ctx.tx)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ record, problems, values, ...row }) => ({
      ...row,
      recordId: record,
      values: values ?? {},
      problems: (problems ?? []).map((problem) => ({
        field: problem.field, column: problem.column === null ? null : (reading.header[problem.column] ?? null),
        code: problem.code, message: sayProblem(ctx.kit, noun, problem, ctx.locale),
      })),
    })),
    next: rows.length > limit ? String(shown.at(-1)!.line) : null,
    labels: await labelsFor(ctx, reg, id, shown),
  }
}
