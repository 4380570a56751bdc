import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { mayRead } from './access.ts'
import { present } from './present.ts'
import { findApproval, stepsOf } from './store.ts'

export const get = async (ctx: Ctx, { id }: { id: string }) => {
  const approval = await findApproval(ctx, id)
  const steps = await stepsOf(ctx, [id])
  if (!(await mayRead(ctx, approval, steps))) throw notFound('approval')
  return present(ctx, approval, steps)
}
