import { allows, labelsFor, listPage, type Ctx } from '@heng/server-kit'
import { matrixRows } from './present.ts'
import { responsibility } from './register.ts'

/** The whole matrix: at most 500 activities, each with what it still lacks. Five statements at most. */
export const matrix = async (ctx: Ctx) => {
  const page = await listPage(ctx, responsibility, { sort: 'position', limit: 500 })
  const { rows, persons } = await matrixRows(ctx, page.items)
  return { activities: rows, labels: await labelsFor(ctx, 'person', persons), mayWrite: allows(ctx, 'responsibility:write') }
}
