import { notFound } from '@heng/contract'
import { authorise, listPage, reachCondition, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'

interface Input {
  readonly root?: string
  readonly depth: number
  readonly unit?: string
  readonly limit: number
}

/**
 * Assets within `depth` steps of `root` in either direction, those of a unit, or the most valuable ones that take part in
 * a dependency (one that stands alone says nothing on a map of the whole), with the dependencies among them; only what the caller may see. A root that the caller may not see is not found.
 */
export const graph = async (ctx: Ctx, { root, depth, unit, limit }: Input) => {
  const ids = root !== undefined ? await around(ctx, root, depth, limit) : unit === undefined ? await linked(ctx, limit) : undefined
  const page = await listPage(ctx, asset, {
    sort: '-value', limit, filter: unit === undefined ? {} : { unit: await unitsBelow(ctx, unit) }, ...(ids === undefined ? {} : { ids: ids.slice(0, limit) }),
  })
  const shown = page.items.map((row) => row.id)
  const { rows: edges } = await sql<{ asset: string; dependsOn: string; note: string | null }>`
    select asset, depends_on as "dependsOn", note from asset_dependency
    where org_id = ${ctx.org.id} and asset = any(${shown}::uuid[]) and depends_on = any(${shown}::uuid[])`.execute(ctx.tx)
  return {
    nodes: page.items.map((r) => ({
      id: r.id, reference: r.reference, name: r.name as string, tier: r.tier as 'system', type: r.type as string | null,
      value: r.value as number | null, keyAsset: r.keyAsset as boolean | null,
    })),
    edges,
    cut: page.next !== null || (ids?.length ?? 0) > limit,
  }
}

const unitsBelow = async (ctx: Ctx, unit: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select ${unit}::uuid as id
      union select u.id from unit u join below b on u.parent = b.id where u.org_id = ${ctx.org.id}
    ) select id from below`.execute(ctx.tx)
  return rows.map((r) => r.id)
}

/** The most valuable assets that the caller may see and that depend on something or carry something, one more than `limit` where there are more. */
const linked = async (ctx: Ctx, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select t.id from asset t where t.org_id = ${ctx.org.id} and t.archived_at is null and ${reachCondition(ctx, asset) ?? sql`true`}
      and t.id in (select asset from asset_dependency where org_id = ${ctx.org.id} union all select depends_on from asset_dependency where org_id = ${ctx.org.id})
    order by t.value desc nulls last, t.id limit ${limit + 1}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Nearest first, one more than `limit` where there are more. */
const around = async (ctx: Ctx, root: string, depth: number, limit: number): Promise<string[]> => {
  const [row] = await rowsByIds(ctx, asset, [root])
  if (row === undefined) throw notFound('asset')
  authorise(ctx, 'asset:read', resourceOf(asset, row))
  const { rows } = await sql<{ id: string }>`
    with recursive near as (
      select ${root}::uuid as id, 0 as steps
      union
      select case when d.asset = n.id then d.depends_on else d.asset end, n.steps + 1
      from near n join asset_dependency d on d.org_id = ${ctx.org.id} and (d.asset = n.id or d.depends_on = n.id)
      where n.steps < ${depth}
    )
    select id from near group by id order by min(steps), id limit ${limit + 1}`.execute(ctx.tx)
  return rows.map((r) => r.id)
}
