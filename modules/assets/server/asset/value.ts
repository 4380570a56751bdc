import { assetValue, ScoreError, type AssetValueFunction, type PropertyWeights } from '@heng/engine-risk'
import { HengError } from '@heng/contract'
import type { z } from 'zod'
import type { Ctx, Draft } from '@heng/server-kit'
import type { valueExplanation } from '../../contract/asset.ts'

export interface ValueSettings {
  readonly valueFunction: AssetValueFunction
  readonly weights?: PropertyWeights
  /** Assets of at least this value are key assets. */
  readonly keyThreshold: number
}
export type Explanation = z.output<typeof valueExplanation>

const defaults: ValueSettings = { valueFunction: 'max', keyThreshold: 4 }

export const valueSettings = (ctx: Ctx): ValueSettings => ({ ...defaults, ...(ctx.org.settings.assets as Partial<ValueSettings> | undefined) })

/**
 * Value of each asset: its own by the organisation's combining function or, where higher, the one that flowed in
 * along dependencies; stored with its explanation. Null, not assessed, where neither is known.
 */
export const deriveValue = (ctx: Ctx, drafts: readonly Draft[]): void => {
  const { valueFunction, weights, keyThreshold } = valueSettings(ctx)
  for (const { after } of drafts) {
    const result = assetValue(
      valueFunction,
      { c: level(after.confidentiality), i: level(after.integrity), a: level(after.availability) },
      valueFunction === 'weighted' ? weights : undefined,
    )
    if (result instanceof ScoreError) throw new HengError('asset.valueFunction', { params: { reason: result.message[ctx.locale] } })
    const known = after.valueExplanation as Explanation | null
    const inherited = known?.inherited ?? null
    const own = result.assessed ? result.value : null
    const value = own === null ? inherited : inherited === null ? own : Math.max(own, inherited)
    after.value = value
    after.keyAsset = value === null ? null : value >= keyThreshold
    after.valueExplanation =
      value === null
        ? null
        : ({
            function: valueFunction,
            version: result.version,
            own,
            inherited,
            inheritedFrom: inherited === null ? null : (known?.inheritedFrom ?? null),
            ...(result.assessed && result.weights !== undefined ? { weights: result.weights } : {}),
          } satisfies Explanation)
  }
}

const level = (value: unknown): number | null => (typeof value === 'number' ? value : null)
