import type { Money } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { lossSources } from './lossSources.ts'

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

/** What these risks may cost, by risk; those that nobody has put in money are left out. */
export const moneyOfRisks = async (ctx: Ctx, risks: readonly string[]): Promise<ReadonlyMap<string, MoneyOfRisk>> => {
  const found: (readonly MoneyOfRisk[])[] = []
  if (risks.length > 0) for (const { told } of lossSources.of(ctx.kit)) if (told !== undefined) found.push(await told(ctx, risks))
  return new Map(found.flat().map((money) => [money.risk, money]))
}
