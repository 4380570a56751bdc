import { fill, HengError } from '@heng/contract'
import { createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { messages } from '../../locales/index.ts'
import { note } from '../item/put.ts'
import { saveItems } from '../item/store.ts'
import { reverseItems } from '../item/reverse.ts'
import { changeSet } from './register.ts'
import { setFor, shown, type SetRow } from './store.ts'

/** Drafts the set that takes an applied one back, from what history says each record was before. It goes the same way as any other. */
export const revert = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason: string }) => {
  const set = await setFor(ctx, id, { permission: 'changeSet:write', lock: true, version, states: ['applied'] })
  const { rows } = await sql<{ reference: string }>`select reference from change_set
    where org_id = ${ctx.org.id} and reverses = ${id} and archived_at is null and state <> 'withdrawn'`.execute(ctx.tx)
  if (rows[0] !== undefined) throw new HengError('changes.revertOpen', { status: 409, params: { reference: rows[0].reference } })
  const items = await reverseItems(ctx, set)
  if (items.length === 0) throw new HengError('changes.nothingToRevert', { status: 409 })
  const [made] = (await createRecords(ctx, changeSet, [{
    title: fill(messages[ctx.org.locale].revert.title, { reference: set.reference, title: set.title }).slice(0, 300), purpose: reason, owner: ctx.caller.personId ?? set.owner, reverses: set.id,
  }], reason)) as SetRow[]
  await saveItems(ctx, made!.id, items)
  await note(ctx, made!, 'itemsPut', [], items)
  return shown(ctx, { ...made!, items: items.length })
}
