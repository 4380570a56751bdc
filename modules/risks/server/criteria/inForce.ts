import { rowsByIds, type Ctx } from '@heng/server-kit'
import { criteriaInForce } from '../method/inForce.ts'
import { shown } from '../shown.ts'
import { chosenMethod } from './definition.ts'
import { criteria } from './register.ts'

export const inForce = async (ctx: Ctx) => {
  const found = await criteriaInForce(ctx)
  if (found === null) return { criteria: null, provisional: true, chosenMethod: chosenMethod(ctx) }
  const [row] = await rowsByIds(ctx, criteria, [found.id])
  return { criteria: shown(ctx, criteria, row!), provisional: found.provisional, chosenMethod: chosenMethod(ctx) }
}
