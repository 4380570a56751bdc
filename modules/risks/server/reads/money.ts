import type { Ctx } from '@heng/server-kit'
import { lossSources, type MoneyOfRisk } from './lossSources.ts'

/** What these risks may cost, by risk; those that nobody has put in money are left out. */
export const moneyOfRisks = async (ctx: Ctx, risks: readonly string[]): Promise<ReadonlyMap<string, MoneyOfRisk>> => {
  const found: (readonly MoneyOfRisk[])[] = []
  if (risks.length > 0) for (const { told } of lossSources.of(ctx.kit)) if (told !== undefined) found.push(await told(ctx, risks))
  return new Map(found.flat().map((money) => [money.risk, money]))
}
