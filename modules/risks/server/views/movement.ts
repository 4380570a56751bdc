import { HengError } from '@heng/contract'
import { asOfInstant, pastInstant, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Basis } from '../../method/figures.ts'
import { columnsOf, levelKey, visibleWithin, type Within } from './reach.ts'

interface Input extends Within {
  readonly basis: Basis
  readonly from: string
  readonly to?: string
}

interface Standing {
  readonly ids: string[]
  readonly levels: (number | null)[]
}

/** Levels of the open risks that the caller may see at an instant, whose units, assets and levels are those of then. */
const levelsAt = (ctx: Ctx, at: Date, { basis, ...within }: Within & { basis: Basis }): Promise<Standing> =>
  asOfInstant(ctx, at, async (past) => {
    const { rows } = await sql<Standing>`select coalesce(array_agg(t.id::text), '{}') as ids, coalesce(array_agg(${columnsOf(basis).level}), '{}') as levels
      from risk t where ${visibleWithin(past, within)}`.execute(past.tx)
    return rows[0]!
  })

const absent = 'absent'

/** How many risks moved from which level to which between two instants. Two statements. */
export const movement = async (ctx: Ctx, { from, to, ...asked }: Input) => {
  const [since, until] = [pastInstant(from, 'from')!, pastInstant(to, 'to') ?? ctx.now]
  if (since >= until) throw new HengError('invalid', { fields: [{ path: 'to', code: 'instantOrder' }] })
  const [before, after] = [await levelsAt(ctx, since, asked), await levelsAt(ctx, until, asked)]
  const { rows } = await sql<{ was: string; is: string; count: number }>`
    select case when a.id is null then ${absent} else coalesce(a.level::text, ${levelKey(null)}) end as was,
      case when b.id is null then ${absent} else coalesce(b.level::text, ${levelKey(null)}) end as is, count(*)::int as count
    from unnest(${before.ids}::uuid[], ${before.levels}::smallint[]) a(id, level) full join unnest(${after.ids}::uuid[], ${after.levels}::smallint[]) b(id, level) using (id)
    group by 1, 2 order by 1, 2`.execute(ctx.tx)
  const sum = (fits: (was: string, is: string) => boolean): number => rows.reduce((n, r) => n + (fits(r.was, r.is) ? r.count : 0), 0)
  const rated = (fits: (was: number, is: number) => boolean) => sum((was, is) => Number(was) > 0 && Number(is) > 0 && fits(Number(was), Number(is)))
  return {
    basis: asked.basis, from: since.toISOString(), to: until.toISOString(),
    moves: rows.map((r) => ({ from: r.was, to: r.is, count: r.count })),
    higher: rated((was, is) => is > was), lower: rated((was, is) => is < was), same: sum((was, is) => was === is),
    added: sum((was) => was === absent), gone: sum((_, is) => is === absent),
  }
}
