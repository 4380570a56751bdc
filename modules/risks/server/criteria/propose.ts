import { fill } from '@heng/contract'
import { createRecords, rowsByIds, type Ctx } from '@heng/server-kit'
import { messages } from '../../locales/index.ts'
import { criteriaInForce } from '../method/inForce.ts'
import { dayIn } from '../risk/dates.ts'
import { shown } from '../shown.ts'
import { builtIn } from './definition.ts'
import { criteria } from './register.ts'

/**
 * Drafts the next criteria: from those in force, so that only changes need typing, or from the defaults of a method.
 * Another method brings its own scales and acceptance rules; everything else is carried over.
 */
export const propose = async (ctx: Ctx, input: { name?: string; method?: string }) => {
  const now = await criteriaInForce(ctx)
  const [current] = now === null ? [] : await rowsByIds(ctx, criteria, [now.id])
  const name = input.name ?? fill(messages[ctx.locale].pages.criteria.newName, { year: dayIn(ctx.now, ctx.org.timezone).slice(0, 4) })
  const carried = current === undefined ? {} : { appetite: current.appetite, performing: current.performing }
  const values = { ...carried, ...(input.method === undefined ? {} : { definition: builtIn(input.method) }) }
  const [row] = await createRecords(ctx, criteria, [{ ...values, name }])
  return shown(ctx, criteria, row!)
}
