import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Effects } from '../../contract/measure.ts'
import type { Effect } from '../../method/figures.ts'

/** A measure as it bears on a risk. */
export interface MeasureOnRisk {
  readonly measure: string
  readonly verifiedAt: string | null
  readonly effects: Effects | null
  /** The control that it built, and how well that works; see `ControlOnRisk`. */
  readonly control: string | null
  readonly percent: number | null
  readonly stale: boolean
}

/** A measure with what its control is worth, as SQL over `m` and its control `k`. */
export const measureTold = sql`jsonb_build_object('measure', m.id, 'verifiedAt', m.verified_at, 'effects', m.effects, 'control', m.control,
  'percent', k.effectiveness, 'stale', coalesce(k.effectiveness_stale, false))`

/**
 * What measures still take off a risk that was last rated at `ratedAt`. A measure verified before that rating is part of
 * it ("with what works today"), so it is not taken off twice.
 */
export const pendingEffects = (risk: string, ratedAt: string | null, measures: readonly Pick<MeasureOnRisk, 'measure' | 'verifiedAt' | 'effects'>[]): Effect[] =>
  measures
    .filter((m) => m.verifiedAt === null || ratedAt === null || Date.parse(m.verifiedAt) > Date.parse(ratedAt))
    .map((m) => ({ measure: m.measure, reductions: (m.effects ?? []).find((e) => e.risk === risk)?.reductions ?? [] }))

/** Measures of each risk, cancelled and archived ones left out; one statement. */
export const measuresOf = async (ctx: Ctx, risks: readonly string[]): Promise<Map<string, MeasureOnRisk[]>> => {
  const { rows } = await sql<{ risk: string; measures: MeasureOnRisk[] }>`
    select l.risk, jsonb_agg(${measureTold} order by m.id) as measures
    from measure_risk l join treatment_measure m on m.org_id = l.org_id and m.id = l.measure and m.archived_at is null and m.state <> 'cancelled'
    left join control k on k.org_id = m.org_id and k.id = m.control and k.archived_at is null
    where l.org_id = ${ctx.org.id} and l.risk = any(${risks}::uuid[]) group by l.risk`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.risk, r.measures]))
}
