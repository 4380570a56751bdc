import type { Ctx } from '@heng/server-kit'
import { move, setFor, shown } from './store.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** Opens a rejected or approved set for editing again: what was approved no longer is what would be applied. */
export const revise = async (ctx: Ctx, { id, version, reason }: Input) => {
  const set = await setFor(ctx, id, { permission: 'changeSet:write', lock: true, version, states: ['rejected', 'approved'] })
  return shown(ctx, await move(ctx, set, 'draft', 'revised', { approval: null, contentHash: null }, reason))
}

/** Gives a set up; it stays readable. */
export const withdraw = async (ctx: Ctx, { id, version, reason }: Input) => {
  const set = await setFor(ctx, id, { permission: 'changeSet:write', lock: true, version, states: ['draft', 'rejected', 'approved'] })
  return shown(ctx, await move(ctx, set, 'withdrawn', 'withdrawn', {}, reason))
}
