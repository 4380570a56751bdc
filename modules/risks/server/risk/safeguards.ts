import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlEffects } from '../../contract/risk.ts'
import type { Safeguard } from '../../method/evidence.ts'
import type { Against } from './figureFields.ts'

/** A control as it stands against a risk: what its tests say of how well it works. */
export interface ControlOnRisk {
  readonly control: string
  /** 0–100; null is "not assessed". */
  readonly percent: number | null
  readonly stale: boolean
}

/** A safeguard with where it comes from. */
export interface NamedSafeguard extends Safeguard {
  readonly noun: 'control' | 'treatmentMeasure'
  readonly id: string
}

/**
 * Everything that stands against a risk: its existing controls, and measures that somebody verified. A measure that built one of these
 * controls is not counted beside it; one that built another control works as well as that control, one without any as it was verified.
 */
export const safeguardsOf = (risk: string, effects: ControlEffects, { controls, measures }: Against): NamedSafeguard[] => {
  const isOwn = (control: string) => effects.some((e) => e.control === control)
  return [
    ...effects.flatMap(({ control, reductions }): NamedSafeguard[] => {
      const standing = controls.get(control)
      return standing === undefined ? [] : [{ noun: 'control', id: control, percent: standing.percent, stale: standing.stale, reductions }]
    }),
    ...measures.filter((m) => m.verifiedAt !== null && (m.control === null || !isOwn(m.control))).map((m): NamedSafeguard => ({
      noun: 'treatmentMeasure', id: m.measure, percent: m.control === null ? 100 : m.percent, stale: m.control !== null && m.stale,
      reductions: (m.effects ?? []).find((e) => e.risk === risk)?.reductions ?? [],
    })),
  ]
}

/** How well these controls work, archived and unknown ones left out; one statement, none where no control is asked about. */
export const controlsAgainst = async (ctx: Ctx, ids: readonly string[]): Promise<Map<string, ControlOnRisk>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ControlOnRisk>`select id as control, effectiveness as percent, coalesce(effectiveness_stale, false) as stale from control
    where org_id = ${ctx.org.id} and id = any(${ids}::uuid[]) and archived_at is null`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.control, r]))
}
