import { notFound } from '@heng/contract'
import { allows, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ViewRow } from '../../contract/view.ts'

export interface StoredView {
  readonly id: string
  readonly version: number
  readonly page: string
  readonly name: string
  readonly query: ViewRow['query']
  readonly columns: string[] | null
  readonly shared: boolean
  readonly owner: string
  readonly owner_name: string
  readonly is_default: boolean
}

const selected = (ctx: Ctx) => sql`select v.*, p.name as owner_name,
    exists (select 1 from saved_view_default d where d.org_id = v.org_id and d.person = ${ctx.caller.personId}::uuid and d.view = v.id) as is_default
  from saved_view v join person p on p.org_id = v.org_id and p.id = v.owner
  where v.org_id = ${ctx.org.id} and (v.shared or v.owner = ${ctx.caller.personId}::uuid)`

/** The caller's own views of a register and those that are shared: own first, then by name. */
export const viewsOf = async (ctx: Ctx, page: string): Promise<StoredView[]> => {
  const { rows } = await sql<StoredView>`${selected(ctx)} and v.page = ${page}
    order by (v.owner = ${ctx.caller.personId}::uuid) desc, v.name, v.id limit 500`.execute(ctx.tx)
  return rows
}

/** A view that the caller may see, locked until the verb ends. */
export const lockView = async (ctx: Ctx, id: string): Promise<StoredView> => {
  const { rows } = await sql<StoredView>`${selected(ctx)} and v.id = ${id} for update of v`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('savedView')
  return rows[0]
}

export const insertView = async (ctx: Ctx, v: StoredView): Promise<void> => {
  await sql`insert into saved_view (id, org_id, version, page, name, query, columns, shared, owner, created_at, updated_at)
    values (${v.id}, ${ctx.org.id}, ${v.version}, ${v.page}, ${v.name}, ${JSON.stringify(v.query)}::jsonb, ${v.columns}::text[], ${v.shared},
      ${v.owner}, ${ctx.now}, ${ctx.now})`.execute(ctx.tx)
}

export const saveView = async (ctx: Ctx, v: StoredView): Promise<void> => {
  await sql`update saved_view set version = ${v.version}, name = ${v.name}, query = ${JSON.stringify(v.query)}::jsonb, columns = ${v.columns}::text[],
      shared = ${v.shared}, updated_at = ${ctx.now} where org_id = ${ctx.org.id} and id = ${v.id}`.execute(ctx.tx)
}

export const deleteView = async (ctx: Ctx, id: string): Promise<void> => {
  await sql`delete from saved_view where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
}

/** Makes a view, or with null none, the one that the caller starts this register with. */
export const writeDefault = async (ctx: Ctx, page: string, id: string | null): Promise<void> => {
  if (id === null) {
    await sql`delete from saved_view_default where org_id = ${ctx.org.id} and person = ${ctx.caller.personId} and page = ${page}`.execute(ctx.tx)
    return
  }
  await sql`insert into saved_view_default (org_id, person, page, view) values (${ctx.org.id}, ${ctx.caller.personId}, ${page}, ${id})
    on conflict (org_id, person, page) do update set view = excluded.view`.execute(ctx.tx)
}

export const mayShare = (ctx: Ctx): boolean => allows(ctx, 'view:share')

/** Own views, and shared ones for who may share: a view that everybody uses must not depend on one person. */
export const mayChange = (ctx: Ctx, view: StoredView): boolean => view.owner === ctx.caller.personId || (view.shared && mayShare(ctx))

export const present = (ctx: Ctx, v: StoredView): ViewRow => ({
  id: v.id, version: v.version, page: v.page, name: v.name, query: v.query, columns: v.columns, shared: v.shared,
  owner: { personId: v.owner, name: v.owner_name }, isDefault: v.is_default,
  allowed: mayChange(ctx, v) ? ['update', 'remove'] : [],
})

export const remembered = ({ page, name, query, columns, shared }: StoredView) => ({ page, name, query, columns, shared })
