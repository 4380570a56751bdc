import { notFound } from '@heng/contract'
import { authorise, labelsFor, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import type { PlanContent } from '../../contract/plan.ts'
import { assemble } from './content.ts'
import { plan } from './register.ts'
import { differencesOf, gapsOf } from './rules.ts'

const idsIn = (content: PlanContent) => ({
  people: [content.owner, ...content.plannedRisks.rows.map((r) => r.owner), ...content.plannedMeasures.rows.map((m) => m.owner)].filter((id) => id !== null),
  controls: content.plannedMeasures.rows.map((m) => m.control).filter((id) => id !== null),
})

/** Names of people and controls in the plan of today and in the one approved. */
const labelsIn = async (ctx: Ctx, contents: readonly PlanContent[]) => {
  const ids = contents.map(idsIn)
  const unique = (all: readonly string[]) => [...new Set(all)]
  return {
    ...(await labelsFor(ctx, 'person', unique(ids.flatMap((i) => i.people)))),
    ...(await labelsFor(ctx, 'control', unique(ids.flatMap((i) => i.controls)))),
  }
}

export const content = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, plan, [id])
  if (row === undefined) throw notFound('treatmentPlan')
  authorise(ctx, 'treatmentPlan:read', resourceOf(plan, row))
  const { content: live, progress } = await assemble(ctx, row)
  const frozen = row.frozen as PlanContent | null
  const differences = frozen === null ? [] : differencesOf(live, frozen, row.reference)
  return {
    live, progress: [...progress], gaps: gapsOf(live), frozen, hash: row.frozenHash as string | null,
    drifted: differences.length > 0, differences,
    labels: await labelsIn(ctx, frozen === null ? [live] : [live, frozen]),
  }
}
