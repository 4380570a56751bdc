import { notFound } from '@heng/contract'
import { plannedMeasures, type PlannedMeasure } from '@heng/risks/reads'
import { reachCondition, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FrozenRun, RunResults } from '../../contract/index.ts'
import { digitsOf } from '../model/money.ts'
import { lossRun } from '../run/register.ts'

export type Aim = 'mean' | 'tail'
export interface RiskOfRun {
  readonly id: string
  readonly reference: string
  readonly title: FrozenRun['risks'][number]['title']
  readonly loss: number
}
export interface Candidate {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly cost: number
  /** Risk → share of its loss that the measure takes off. */
  readonly takes: Readonly<Record<string, number>>
}
type Why = 'noCost' | 'otherCurrency' | 'noEffect' | 'notQuantified'
export interface Candidates {
  readonly run: { readonly id: string; readonly reference: string; readonly name: string; readonly frozen: FrozenRun }
  readonly risks: readonly RiskOfRun[]
  readonly measures: readonly Candidate[]
  readonly left: readonly { readonly id: string; readonly reference: string; readonly title: string; readonly why: Why }[]
}

/** The share of a loss that goes with some per cent of its events and of their cost; what nobody has stated takes nothing. */
export const shareOf = ({ frequency, magnitude }: { readonly frequency?: number | null; readonly magnitude?: number | null }): number =>
  1 - (1 - (frequency ?? 0) / 100) * (1 - (magnitude ?? 0) / 100)

const judged = (measures: readonly PlannedMeasure[], known: ReadonlySet<string>, currency: string): Pick<Candidates, 'measures' | 'left'> => {
  const left: Candidates['left'][number][] = []
  const fit = measures.flatMap(({ id, reference, title, minor, currency: own, effects }): Candidate[] => {
    const here = (effects ?? []).filter(({ risk }) => known.has(risk))
    const takes = Object.fromEntries(here.map((effect) => [effect.risk, shareOf(effect)] as const).filter(([, share]) => share > 0))
    const why: Why | null = here.length === 0 ? 'notQuantified' : Object.keys(takes).length === 0 ? 'noEffect' : minor === null ? 'noCost' : own !== currency ? 'otherCurrency' : null
    if (why !== null) {
      left.push({ id, reference, title, why })
      return []
    }
    return [{ id, reference, title, cost: Number(minor) / 10 ** digitsOf(currency), takes }]
  })
  return { measures: fit, left }
}

/** What can be chosen among: measures still to come whose cost and effect on quantified risks are known; losses from the latest run over everything. Null before there is one. */
export const candidatesOf = async (ctx: Ctx, aim: Aim): Promise<Candidates | null> => {
  const { rows } = await sql<{ id: string }>`select t.id from loss_run t where t.org_id = ${ctx.org.id} and t.archived_at is null and t.state = 'done' and t.unit is null
    and ${reachCondition(ctx, lossRun) ?? sql`true`} order by t.started_at desc, t.id desc limit 1`.execute(ctx.tx)
  if (rows.length === 0) return null
  const [run] = await rowsByIds(ctx, lossRun, [rows[0]!.id])
  if (run === undefined) throw notFound('lossRun')
  const [frozen, results] = [run.frozen as FrozenRun, run.results as RunResults]
  const losses = new Map(results.current.risks.map((one) => [one.risk, one[aim]]))
  return {
    run: { id: run.id, reference: run.reference, name: run.name as string, frozen },
    risks: frozen.risks.map(({ id, reference, title }) => ({ id, reference, title, loss: losses.get(id) ?? 0 })),
    ...judged(await plannedMeasures(ctx), new Set(frozen.risks.map(({ id }) => id)), frozen.currency),
  }
}

export const candidates = async (ctx: Ctx, { aim }: { aim: Aim }) => {
  const found = await candidatesOf(ctx, aim)
  if (found === null) return { run: null, currency: ctx.org.currency, loss: 0, measures: [], left: [], labels: {} }
  const losses = new Map(found.risks.map(({ id, loss }) => [id, loss]))
  return {
    run: { id: found.run.id, reference: found.run.reference, name: found.run.name }, currency: found.run.frozen.currency,
    loss: found.risks.reduce((sum, { loss }) => sum + loss, 0),
    measures: found.measures.map(({ id, reference, title, cost, takes }) => ({
      id, reference, title, cost, risks: Object.keys(takes).length, saves: Object.entries(takes).reduce((sum, [risk, share]) => sum + share * losses.get(risk)!, 0),
    })),
    left: [...found.left], labels: {},
  }
}
