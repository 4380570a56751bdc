import { risksBorneBy } from '@heng/risks/reads'
import { rowsByIds, startJob, updateRecords, type Ctx, type Subscription } from '@heng/server-kit'
import { quantification } from './register.ts'
import { activeOfRisks } from './store.ts'

/** So many figures that no longer hold are simulated again by themselves; more of them are left to somebody who asks for it. */
const mostAtOnce = 50

/** Looks anew at what quantifications of these risks follow from: names, people, and whether their figures still hold. */
export const followRisks = async (ctx: Ctx, risks: readonly string[]): Promise<void> => {
  const there = risks.length === 0 ? [] : await activeOfRisks(ctx, risks)
  if (there.length === 0) return
  const before = new Map((await rowsByIds(ctx, quantification, there.map(({ id }) => id))).map((row) => [row.id, row.state]))
  const rows = await updateRecords(ctx, quantification, there.map(({ id }) => ({ id, values: {} })), undefined, 'updated', { recordedAs: 'followed' })
  const outdated = rows.filter((row) => row.state === 'outdated' && before.get(row.id) === 'fresh').map(({ id }) => id)
  if (outdated.length > 0 && outdated.length <= mostAtOnce) await startJob(ctx, 'quantification.simulate', { ids: outdated, by: null }, 100 * outdated.length)
}

const idsIn = (payload: unknown): readonly string[] => (payload as { readonly ids?: readonly string[] }).ids ?? []
const whenever = (events: readonly string[], risksOf: (ctx: Ctx, ids: readonly string[]) => Promise<readonly string[]>): Subscription[] => events.map((event) => ({
  name: `quantification.${event}`,
  event,
  handle: async (ctx, { payload }) => followRisks(ctx, await risksOf(ctx, idsIn(payload))),
}))

/** Whatever changes a risk, its controls or its measures may outdate figures. */
export const followers: readonly Subscription[] = [
  ...whenever(['risk.updated', 'risk.archived', 'risk.restored', 'risk.recomputed'], async (_ctx, ids) => ids),
  ...whenever(['control.effectivenessMoved', 'control.archived', 'control.restored'], (ctx, controls) => risksBorneBy(ctx, { controls })),
  ...whenever(['treatmentMeasure.created', 'treatmentMeasure.updated', 'treatmentMeasure.archived', 'treatmentMeasure.restored'], (ctx, measures) => risksBorneBy(ctx, { measures })),
]
