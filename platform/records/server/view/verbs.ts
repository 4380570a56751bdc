import { forbidden, HengError } from '@heng/contract'
import { record, type Ctx } from '@heng/server-kit'
import { v7 } from 'uuid'
import type { ViewRow } from '../../contract/view.ts'
import { checkMine, checkShare, uniqueName } from './rules.ts'
import { deleteView, insertView, lockView, mayShare, present, remembered, saveView, viewsOf, writeDefault, type StoredView } from './store.ts'

interface Contents {
  readonly name: string
  readonly query: ViewRow['query']
  readonly columns?: readonly string[] | null
  readonly shared?: boolean
}

export const list = async (ctx: Ctx, { page }: { page: string }) => ({
  items: (await viewsOf(ctx, page)).map((view) => present(ctx, view)),
  mayShare: mayShare(ctx),
})

export const create = async (ctx: Ctx, { page, name, query, columns = null, shared = false, isDefault = false }: Contents & { page: string; isDefault?: boolean }) => {
  const { personId } = ctx.caller
  if (personId === null) throw forbidden()
  checkShare(ctx, shared)
  const view: StoredView = {
    id: v7(), version: 1, page, name, query, columns: columns === null ? null : [...columns], shared, owner: personId, owner_name: ctx.caller.name, is_default: isDefault,
  }
  await uniqueName(name, () => insertView(ctx, view))
  if (isDefault) await writeDefault(ctx, page, view.id)
  await record(ctx, { noun: 'savedView', action: 'created' }, [{ id: view.id, version: 1, before: null, after: remembered(view) }])
  return present(ctx, view)
}

export const update = async (ctx: Ctx, { id, version, values }: { id: string; version: number; values: Partial<Contents> }) => {
  const before = await lockView(ctx, id)
  checkMine(ctx, before)
  if (before.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: present(ctx, before) } })
  if (values.shared !== undefined && values.shared !== before.shared) checkShare(ctx, true)
  const { columns = before.columns, ...rest } = values
  const after: StoredView = { ...before, ...rest, columns: columns === null ? null : [...columns], version: version + 1 }
  await uniqueName(after.name, () => saveView(ctx, after))
  await record(ctx, { noun: 'savedView', action: 'updated' }, [{ id, version: after.version, before: remembered(before), after: remembered(after) }])
  return present(ctx, after)
}

export const remove = async (ctx: Ctx, { id }: { id: string }) => {
  const before = await lockView(ctx, id)
  checkMine(ctx, before)
  await deleteView(ctx, id)
  await record(ctx, { noun: 'savedView', action: 'deleted' }, [{ id, version: before.version + 1, before: remembered(before), after: null }])
  return {}
}

/** A personal preference: it changes nothing that others see, so it leaves no history. */
export const setDefault = async (ctx: Ctx, { page, id }: { page: string; id: string | null }) => {
  if (ctx.caller.personId === null) throw forbidden()
  if (id !== null) {
    const view = await lockView(ctx, id)
    if (view.page !== page) throw new HengError('invalid', { fields: [{ path: 'id', code: 'reference' }] })
  }
  await writeDefault(ctx, page, id)
  return {}
}
