import { notFound } from '@heng/contract'
import { authorise, rowsByIds, type Ctx } from '@heng/server-kit'
import type { ControlEffects, Support } from '../../contract/risk.ts'
import { classOf, evidencedOf, evidenceMethod, stepsAt, supportOf, thresholds } from '../../method/evidence.ts'
import { keptDefinition } from '../method/keep.ts'
import { criteriaInForce } from '../method/inForce.ts'
import { preparedMethod } from '../method/prepared.ts'
import { ratedRow } from '../risk/figureFields.ts'
import { risk, riskResource } from '../risk/register.ts'
import { safeguardsOf } from '../risk/safeguards.ts'
import { standingAgainst } from './evidenceStore.ts'

/**
 * Which level the tests of controls support for a risk, and why: every control and verified measure with how well it works, what it would take off and what
 * of that counts. Computed anew from what is stored, by the definition that gave the stored figures. Four statements.
 */
export const evidence = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, risk, [id])
  if (row === undefined) throw notFound('risk')
  authorise(ctx, 'risk:read', riskResource(row))
  const standing = (await standingAgainst(ctx, [id])).get(id)!
  const kept = row.definitionHash === null ? null : await keptDefinition(ctx, row.definitionHash as string)
  const method = kept === null ? (await criteriaInForce(ctx))?.method : preparedMethod(row.definitionHash as string, kept)
  const rated = ratedRow(row)
  const safeguards = safeguardsOf(id, rated.controlEffects ?? [], { measures: standing.measures, controls: new Map(standing.controls.map((c) => [c.control, c])) })
  const told = method === undefined ? null : evidencedOf(method, rated.inherent, rated.assetValue, safeguards)
  const moneyOf = new Map<string, { frequency?: number | null | undefined; magnitude?: number | null | undefined }>([
    ...((row.controlEffects ?? []) as ControlEffects).map((e) => [e.control, e] as const),
    ...standing.measures.map((m) => [m.measure, (m.effects ?? []).find((e) => e.risk === id) ?? {}] as const),
  ])
  const names = new Map([...standing.controls, ...standing.measures].map((s) => [s.id, s]))
  return {
    method: { ...evidenceMethod, ...thresholds },
    targets: method === undefined ? [] : [...method.targets],
    inherent: row.inherentLevel as number | null,
    current: row.currentLevel as number | null,
    level: told?.figure.level ?? null, best: told?.best ?? null, worst: told?.worst ?? null,
    stale: told?.stale ?? false,
    support: told === null ? null : supportOf(row.currentLevel as number | null, told),
    stored: { level: row.evidencedLevel as number | null, support: row.support as Support | null },
    safeguards: safeguards.map(({ noun, id: own, percent, stale, reductions }) => {
      const { reference, name, state, at } = names.get(own)!
      return {
        noun, id: own, reference, name, state, at, percent, stale,
        class: percent === null ? null : classOf(percent),
        reductions: reductions.map(({ target, steps }) => ({ target, steps, counted: steps === null || percent === null ? null : stepsAt(steps, percent) })),
        frequency: moneyOf.get(own)?.frequency ?? null, magnitude: moneyOf.get(own)?.magnitude ?? null,
      }
    }),
  }
}
