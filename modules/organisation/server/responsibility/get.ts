import { labelsFor, type Ctx } from '@heng/server-kit'
import type { Assignment } from '../../contract/responsibility.ts'
import { responsibility } from './register.ts'
import { personsOf } from './rules.ts'

/** One activity, with the names of the persons in its assignments. */
export const get = async (ctx: Ctx, input: { id: string; org: string }) => {
  const row = await responsibility.handlers.get(ctx, input)
  return { ...row, labels: { ...row.labels, ...(await labelsFor(ctx, 'person', personsOf((row.assignments ?? []) as Assignment[]))) } }
}
