import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlEffects } from '../../contract/risk.ts'
import type { Effects } from '../../contract/measure.ts'
import { standingAgainst } from '../views/evidenceStore.ts'

/** What a safeguard takes off a risk in money. Null everywhere: nobody has assessed it. */
interface InMoney {
  /** How well it works: 0–100 percent of its full effect. */
  readonly effectiveness: number | null
  /** Rests on an overdue test. */
  readonly stale: boolean
  /** Percent taken off how often losses happen, and off how much each costs, while it works fully. */
  readonly frequency: number | null
  readonly magnitude: number | null
}
export interface ChainedControl extends InMoney {
  readonly control: string
  readonly reference: string
  readonly name: string
}
export interface ChainedMeasure extends InMoney {
  readonly measure: string
  readonly reference: string
  readonly name: string
  readonly state: string
  readonly control: string | null
  /** Verified: it works today. Others are still to come. */
  readonly isVerified: boolean
}
export interface RiskChain {
  readonly controls: readonly ChainedControl[]
  readonly measures: readonly ChainedMeasure[]
}

/**
 * What stands against each of these risks and what is to come, as far as money is concerned; two statements. A verified measure that built one of the risk's
 * controls is left out, as that control stands for it.
 */
export const chainOf = async (ctx: Ctx, risks: readonly string[]): Promise<ReadonlyMap<string, RiskChain>> => {
  const standing = await standingAgainst(ctx, risks)
  const { rows } = await sql<{ id: string; effects: ControlEffects | null }>`select id, control_effects as effects from risk where org_id = ${ctx.org.id} and id = any(${risks}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map(({ id, effects }) => {
    const { controls, measures } = standing.get(id)!
    const own = new Set(controls.map((c) => c.control))
    const effectOn = (all: Effects | null) => (all ?? []).find((e) => e.risk === id)
    return [id, {
      controls: controls.map(({ control, reference, name, percent, stale }) => {
        const effect = (effects ?? []).find((e) => e.control === control)
        return { control, reference, name, effectiveness: percent, stale, frequency: effect?.frequency ?? null, magnitude: effect?.magnitude ?? null }
      }),
      measures: measures.filter((m) => m.verifiedAt === null || m.control === null || !own.has(m.control)).map((m) => ({
        measure: m.measure, reference: m.reference, name: m.name, state: m.state, control: m.control, isVerified: m.verifiedAt !== null,
        // What is still to come is taken to work as planned; what was verified works as its control does.
        effectiveness: m.verifiedAt === null || m.control === null ? 100 : m.percent, stale: m.verifiedAt !== null && m.stale,
        frequency: effectOn(m.effects)?.frequency ?? null, magnitude: effectOn(m.effects)?.magnitude ?? null,
      })),
    }]
  }))
}
