import { notFound } from '@heng/contract'
import { allows, authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import type { Explanation } from '../asset/value.ts'

interface Edge {
  readonly asset: string
  readonly dependsOn: string
}

/** Shortest way from `from` along dependencies down to `to`, both included; empty when there is none. O(edges). */
export const shortestPath = (edges: readonly Edge[], from: string, to: string): string[] => {
  const above = Map.groupBy(edges, (e) => e.dependsOn)
  const next = new Map<string, string | null>([[to, null]])
  let front = [to]
  while (front.length > 0 && !next.has(from)) {
    const further: string[] = []
    for (const at of front) {
      for (const { asset: up } of (above.get(at) ?? []).toSorted((a, b) => (a.asset < b.asset ? -1 : 1))) {
        if (next.has(up)) continue
        next.set(up, at)
        further.push(up)
      }
    }
    front = further
  }
  if (!next.has(from)) return []
  const path: string[] = []
  for (let at: string | null | undefined = from; at != null; at = next.get(at)) path.push(at)
  return path
}

/**
 * How a value came to an asset: from the asset whose own value it is, over which others. Names of assets that the
 * caller may not see are left out; that there are such assets is not hidden, or the value could not be explained.
 */
export const valuePath = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, asset, [id])
  if (row === undefined) throw notFound('asset')
  authorise(ctx, 'asset:read', resourceOf(asset, row))
  const from = (row.valueExplanation as Explanation | null)?.inheritedFrom ?? null
  if (from === null) return { path: [] }
  const { rows: edges } = await sql<Edge>`
    with recursive up as (
      select ${id}::uuid as id
      union select d.asset from asset_dependency d join up on d.depends_on = up.id join asset a on a.org_id = d.org_id and a.id = d.asset
        where d.org_id = ${ctx.org.id} and a.archived_at is null
    )
    select d.asset, d.depends_on as "dependsOn" from asset_dependency d join up on up.id = d.depends_on
    join asset a on a.org_id = d.org_id and a.id = d.asset and a.archived_at is null where d.org_id = ${ctx.org.id}`.execute(ctx.tx)
  const ids = shortestPath(edges, from, id)
  const rows = new Map((await rowsByIds(ctx, asset, ids)).map((r) => [r.id, r]))
  return {
    path: ids.map((at) => {
      const r = rows.get(at)
      const own = (r?.valueExplanation as Explanation | null)?.own ?? null
      return r !== undefined && allows(ctx, 'asset:read', resourceOf(asset, r))
        ? { id: at, reference: r.reference, name: r.name as string, tier: r.tier as 'system', own }
        : { id: at, reference: null, name: null, tier: null, own: at === from ? own : null }
    }),
  }
}
