import { forbidden, HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { mayChange, mayShare, type StoredView } from './store.ts'

/** Everybody saves views for themselves; showing them to everybody takes `view:share`. */
export const checkShare = (ctx: Ctx, shared: boolean): void => {
  if (shared && !mayShare(ctx)) throw new HengError('view.share', { status: 403 })
}

export const checkMine = (ctx: Ctx, view: StoredView): void => {
  if (!mayChange(ctx, view)) throw forbidden()
}

/** Runs a write and names the field when the caller already has a view of that name on the page. */
export const uniqueName = async <T>(name: string, write: () => Promise<T>): Promise<T> => {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    throw new HengError('view.name', { status: 409, params: { name }, fields: [{ path: 'name', code: 'duplicate' }], cause: error })
  }
}
