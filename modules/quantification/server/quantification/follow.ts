import { updateRecords, type Ctx, type Subscription } from '@heng/server-kit'
import { quantification } from './register.ts'
import { activeOfRisks } from './store.ts'

/** Looks anew at what quantifications of these risks follow from: names, people, and whether their figures still hold. */
export const followRisks = async (ctx: Ctx, risks: readonly string[]): Promise<void> => {
  const there = await activeOfRisks(ctx, risks)
  await updateRecords(ctx, quantification, there.map(({ id }) => ({ id, values: {} })), undefined, 'updated', { recordedAs: 'followed' })
}

/** Whatever changes a risk, its controls or its measures may outdate figures. */
export const followers: readonly Subscription[] = ['risk.updated', 'risk.archived', 'risk.restored', 'risk.recomputed'].map((event) => ({
  name: `quantification.${event}`,
  event,
  handle: async (ctx, { payload }) => followRisks(ctx, (payload as { readonly ids?: readonly string[] }).ids ?? []),
}))
