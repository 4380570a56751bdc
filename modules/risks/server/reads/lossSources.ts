import type { Money } from '@heng/contract'
import { extensionPoint, type Ctx } from '@heng/server-kit'

/** Loss of a year in minor units; null where nobody has assessed it, which is never taken for nothing. */
export interface AnnualLoss {
  readonly expected: number | null
  /** The loss that is exceeded in a year only with the chance asked about. */
  readonly extreme: number | null
}

export interface LossQuestion {
  /** 95: exceeded in one year of twenty. */
  readonly percentile: number
  /** ISO 4217; losses known in another currency are not assessed in this one. */
  readonly currency: string
}

/** What a risk may cost in a year, as a room that puts risks in money tells it. Null is "not assessed". */
export interface MoneyOfRisk {
  readonly risk: string
  /** Mean loss of a year without controls, and with controls as far as tests show that they work. */
  readonly inherent: Money | null
  readonly current: Money | null
  /** The loss that 19 of 20 years stay below, with today's controls. */
  readonly valueAtRisk: Money | null
  /** An input has changed since it was computed. */
  readonly outdated: boolean
  readonly at: string | null
}

/**
 * Who knows what risks cost. Whoever plugs in emits `risk.lossesMoved` {ids} when figures change, so that limits in money
 * are looked at again for these risks alone.
 */
export interface LossSource {
  /** Losses of these risks as they stand today; risks nobody assessed may be left out. A constant number of statements. */
  readonly losses: (ctx: Ctx, risks: readonly string[], about: LossQuestion) => Promise<ReadonlyMap<string, AnnualLoss>>
  /** Loss of all risks of the organisation together, where it has been simulated: percentiles do not add up. */
  readonly together?: (ctx: Ctx, about: LossQuestion) => Promise<AnnualLoss | null>
  /** What pages of other rooms tell of these risks, as far as the caller may see; others are left out. One statement. */
  readonly told?: (ctx: Ctx, risks: readonly string[]) => Promise<readonly MoneyOfRisk[]>
}

export const lossSources = extensionPoint<LossSource>('risks.lossSource')

/** What the rooms of this process know about the losses of risks; the first that knows a risk is heard. */
export const lossesOf = async (ctx: Ctx, risks: readonly string[], about: LossQuestion): Promise<ReadonlyMap<string, AnnualLoss>> => {
  const known = new Map<string, AnnualLoss>()
  for (const source of lossSources.of(ctx.kit)) {
    for (const [risk, loss] of await source.losses(ctx, risks, about)) if (!known.has(risk)) known.set(risk, loss)
  }
  return known
}

export const lossTogether = async (ctx: Ctx, about: LossQuestion): Promise<AnnualLoss | null> => {
  for (const source of lossSources.of(ctx.kit)) {
    const loss = (await source.together?.(ctx, about)) ?? null
    if (loss !== null) return loss
  }
  return null
}
