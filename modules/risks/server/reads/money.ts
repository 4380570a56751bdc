import type { Money } from '@heng/contract'
import { extensionPoint, type Ctx } from '@heng/server-kit'

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

/** Answers the risks that it knows, as far as the caller may see; the others are left out. One statement. */
export interface MoneySource {
  readonly name: string
  readonly moneyOf: (ctx: Ctx, risks: readonly string[]) => Promise<readonly MoneyOfRisk[]>
}

/** Where the room that puts risks in money plugs in, so that every room above risks may tell it without knowing of that room. */
export const moneySources = extensionPoint<MoneySource>('risks.money')

/** What these risks may cost, by risk; those that nobody has put in money are left out. */
export const moneyOfRisks = async (ctx: Ctx, risks: readonly string[]): Promise<ReadonlyMap<string, MoneyOfRisk>> => {
  const found: (readonly MoneyOfRisk[])[] = []
  if (risks.length > 0) for (const source of moneySources.of(ctx.kit)) found.push(await source.moneyOf(ctx, risks))
  return new Map(found.flat().map((money) => [money.risk, money]))
}
