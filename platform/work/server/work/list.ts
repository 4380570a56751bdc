import { countCap, HengError, type TakenOf } from '@heng/contract'
import { labelsOf, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { work } from '../../contract/index.ts'
import { containing, dueIn, mine, visible } from './conditions.ts'
import { presentWork } from './present.ts'
import { workItem } from './register.ts'
import { storedRow } from './store.ts'

type Input = TakenOf<typeof work.work.list>

interface Cursor {
  readonly at: string | null
  readonly id: string
}

const encode = ({ at, id }: Cursor): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')
const decode = (text: string): Cursor => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parsed) && (parsed[0] === null || typeof parsed[0] === 'string') && /^[0-9a-f-]{36}$/.test(String(parsed[1]))) {
      return { at: parsed[0] as string | null, id: String(parsed[1]) }
    }
  } catch {
    // answered below like every other cursor that is not ours
  }
  throw new HengError('badCursor', { status: 400 })
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : [value].flat() as T[])

const conditionsOf = (ctx: Ctx, input: Input): RawBuilder<unknown>[] => {
  const state = input.state ?? 'open'
  const kinds = list(input.kind)
  const due = list(input.due)
  return [
    sql`t.org_id = ${ctx.org.id}`,
    input.view === 'team' ? visible(ctx) : mine(ctx),
    ...(state === 'all' ? [] : [sql`t.state = ${state}`]),
    ...(kinds.length === 0 ? [] : [sql`t.kind = any(${kinds}::text[])`]),
    ...(due.length === 0 ? [] : [sql`(${sql.join(due.map((group) => dueIn(ctx, group)), sql` or `)})`]),
    ...(input.assignee === undefined ? [] : [sql`t.assignee = ${input.assignee}::uuid`]),
    ...(input.unit === undefined ? [] : [sql`t.unit = ${input.unit}::uuid`]),
    ...(input.subject === undefined ? [] : [sql`t.subject_id = ${input.subject}::uuid`]),
    ...containing(input.q),
  ]
}

// Open work by due date, undated last; closed work by the time it was closed, the latest first.
const orderOf = (state: Input['state']) =>
  state === 'done' || state === 'cancelled'
    ? { column: sql`t.completed_at`, type: sql`timestamptz`, descending: true }
    : { column: sql`t.due_on`, type: sql`date`, descending: false }

const beyond = ({ column, type, descending }: ReturnType<typeof orderOf>, { at, id }: Cursor): RawBuilder<unknown> => {
  const later = sql`t.id > ${id}::uuid`
  if (at === null) return sql`(${column} is null and ${later})`
  const compare = sql.raw(descending ? '<' : '>')
  return sql`(${column} ${compare} cast(${at} as ${type}) or (${column} = cast(${at} as ${type}) and ${later}) or ${column} is null)`
}

/** One page of work; three statements and one per noun referred to, whatever its size. */
export const listWork = async (ctx: Ctx, input: Input) => {
  const limit = input.limit ?? 50
  const where = sql.join(conditionsOf(ctx, input), sql` and `)
  const order = orderOf(input.state)
  const page = input.cursor === undefined ? where : sql`${where} and ${beyond(order, decode(input.cursor))}`
  const direction = sql.raw(order.descending ? 'desc' : 'asc')
  const { rows: raw } = await sql<Record<string, unknown>>`select t.*, ${order.column}::text as sort_value from work_item t
    where ${page} order by ${order.column} ${direction} nulls last, t.id limit ${limit + 1}`.execute(ctx.tx)
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from work_item t where ${where} limit ${countCap + 1}) x`.execute(ctx.tx)
  const total = counted[0]!.n
  const shown = raw.slice(0, limit)
  const last = shown.at(-1)
  const rows = shown.map(storedRow)
  return {
    items: rows.map((row) => presentWork(ctx, row)),
    next: raw.length > limit && last !== undefined ? encode({ at: last.sort_value as string | null, id: last.id as string }) : null,
    total: Math.min(total, countCap),
    totalCapped: total > countCap,
    labels: await labelsOf(ctx, workItem.noun, rows),
  }
}
