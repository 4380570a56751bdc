import type { Ctx, StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Effects } from '../../contract/measure.ts'
import type { ControlEffects } from '../../contract/risk.ts'
import { classOf, stepsAt } from '../../method/evidence.ts'
import { pendingEffects } from '../risk/effects.ts'
import { safeguardsOf } from '../risk/safeguards.ts'
import { standingAgainst } from './evidenceStore.ts'

export interface ReductionRow {
  readonly noun: 'control' | 'treatmentMeasure'
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly target: string
  readonly steps: number | null
}

/** What each pending measure takes off a risk; a measure whose effect nobody has assessed stands with null steps. */
export const reductionsOf = async (ctx: Ctx, risk: string, ratedAt: string | null, anyTarget: string): Promise<ReductionRow[]> => {
  const { rows } = await sql<{ id: string; reference: string; title: string; state: string; verifiedAt: string | null; effects: Effects | null }>`
    select m.id, m.reference, m.title, m.state, m.verified_at as "verifiedAt", m.effects from measure_risk l
    join treatment_measure m on m.org_id = l.org_id and m.id = l.measure and m.archived_at is null and m.state <> 'cancelled'
    where l.org_id = ${ctx.org.id} and l.risk = ${risk} order by m.id`.execute(ctx.tx)
  const byId = new Map(rows.map((r) => [r.id, r]))
  return pendingEffects(risk, ratedAt, rows.map((r) => ({ measure: r.id, verifiedAt: r.verifiedAt, effects: r.effects }))).flatMap(({ measure, reductions }) => {
    const { reference, title, state } = byId.get(measure)!
    const known = reductions.length === 0 ? [{ target: anyTarget, steps: null }] : reductions
    return known.map(({ target, steps }) => ({ noun: 'treatmentMeasure' as const, id: measure, reference, title, state, target, steps }))
  })
}

/** What controls and verified measures take off a risk as far as they were shown to work; one that is not assessed stands with null steps. */
export const safeguardReductions = async (ctx: Ctx, row: StoredRow, anyTarget: string): Promise<ReductionRow[]> => {
  const standing = (await standingAgainst(ctx, [row.id])).get(row.id)!
  const names = new Map([...standing.controls, ...standing.measures].map((s) => [s.id, s]))
  const against = { measures: standing.measures, controls: new Map(standing.controls.map((c) => [c.control, c])) }
  return safeguardsOf(row.id, (row.controlEffects ?? []) as ControlEffects, against).flatMap(({ noun, id, percent, reductions }) => {
    const { reference, name, state } = names.get(id)!
    const fails = percent !== null && classOf(percent) === 'ineffective'
    const known = reductions.length > 0 ? reductions : [{ target: anyTarget, steps: fails ? 0 : null }]
    return known.map(({ target, steps }) => ({
      noun, id, reference, title: name, state, target, steps: fails ? 0 : steps === null || percent === null ? null : stepsAt(steps, percent),
    }))
  })
}

export const assetsOfRisk = async (ctx: Ctx, row: StoredRow) => {
  const ids = [row.asset as string | null, ...(row.furtherAssets as string[])].filter((id) => id !== null)
  const { rows } = await sql<{ id: string; reference: string; name: string; value: number | null }>`
    select id, reference, name, value from asset where org_id = ${ctx.org.id} and id = any(${ids}::uuid[]) order by value desc nulls last, id limit 50`.execute(ctx.tx)
  return rows
}

export const criteriaOf = async (ctx: Ctx, id: string | null) => {
  if (id === null) return null
  const { rows } = await sql<{ id: string; reference: string; state: string }>`select id, reference, state from risk_criteria where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  return rows[0] ?? null
}

export const nameOfPerson = async (ctx: Ctx, id: string | null): Promise<string | null> => {
  if (id === null) return null
  const { rows } = await sql<{ name: string }>`select name from person where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  return rows[0]?.name ?? null
}
