import type { Ctx, Subscription } from '@heng/server-kit'
import { reweigh } from '../priority/reweigh.ts'
import { followAsset } from './followAsset.ts'

interface Told {
  readonly payload: unknown
}
const idsOf = ({ payload }: Told): string[] => (payload as { ids: string[] }).ids

/** Vulnerabilities belong where their asset belongs, and weigh what it is worth and how exposed their target is. */
export const followAssets: readonly Subscription[] = [...['updated', 'archived', 'restored'].map((verb) => ({
  name: `vulnerabilities.asset.${verb}`,
  event: `asset.${verb}`,
  handle: async (ctx: Ctx, told: Told) => {
    await followAsset(ctx, { assets: idsOf(told) })
    await reweigh(ctx, { assets: idsOf(told) })
  },
})), ...['updated', 'matched'].map((verb) => ({
  name: `vulnerabilities.scanTarget.${verb}`,
  event: `scanTarget.${verb}`,
  handle: async (ctx: Ctx, told: Told) => void (await reweigh(ctx, { targets: idsOf(told) })),
}))]
