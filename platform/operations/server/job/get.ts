import type { Ctx } from '@heng/server-kit'
import { jobById } from './store.ts'

export const get = (ctx: Ctx, { id }: { id: string }) => jobById(ctx, id)
