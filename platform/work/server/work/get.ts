import { labelsOf, type Ctx } from '@heng/server-kit'
import { authoriseSeeing } from './change.ts'
import { presentWork } from './present.ts'
import { workItem } from './register.ts'
import { workById } from './store.ts'

export const get = async (ctx: Ctx, { id }: { id: string }) => {
  const row = await workById(ctx, id)
  authoriseSeeing(ctx, row)
  return { ...presentWork(ctx, row), labels: await labelsOf(ctx, workItem.noun, [row]) }
}
