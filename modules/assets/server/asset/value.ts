import { assetValue, ScoreError, type AssetValueFunction, type PropertyWeights } from '@heng/engine-risk'
import { HengError } from '@heng/contract'
import type { Ctx, Draft } from '@heng/server-kit'

export interface ValueSettings {
  readonly valueFunction: AssetValueFunction
  readonly weights: PropertyWeights | undefined
  /** Assets of at least this value are key assets. */
  readonly keyThreshold: number
}

const defaults: ValueSettings = { valueFunction: 'max', weights: undefined, keyThreshold: 4 }

export const valueSettings = (ctx: Ctx): ValueSettings => ({ ...defaults, ...(ctx.org.settings.assets as Partial<ValueSettings> | undefined) })

/** Own value of each asset by the organisation's combining function, stored with its explanation; null is not assessed. */
export const deriveValue = (ctx: Ctx, drafts: readonly Draft[]): void => {
  const { valueFunction, weights, keyThreshold } = valueSettings(ctx)
  for (const { after } of drafts) {
    const result = assetValue(valueFunction, { c: level(after.confidentiality), i: level(after.integrity), a: level(after.availability) }, weights)
    if (result instanceof ScoreError) throw new HengError('asset.valueFunction', { params: { reason: result.message[ctx.locale] } })
    const own = result.assessed ? result.value : null
    after.value = own
    after.valueExplanation = result.assessed
      ? { function: valueFunction, version: result.version, own, inheritedFrom: null, steps: result.steps }
      : null
    after.keyAsset = own === null ? null : own >= keyThreshold
  }
}

const level = (value: unknown): number | null => (typeof value === 'number' ? value : null)
