import { updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Explanation } from '../asset/value.ts'
import { flowValues, type Inherited } from './flow.ts'

interface NodeRow {
  readonly id: string
  readonly value_explanation: Explanation | null
}

const running = new WeakSet<Ctx>()

/**
 * Lets the values of changed assets flow to everything that they depend on: loads the part of the graph that is
 * downstream, settles it in memory, writes only what differs. Three statements and one set-based write, whatever
 * the size. Values flow whoever changed them, so the write is the system's, under the caller's name.
 */
export const spreadValues = async (ctx: Ctx, changed: readonly string[]): Promise<void> => {
  if (running.has(ctx) || changed.length === 0) return
  const { rows: nodes } = await sql<NodeRow>`
    with recursive down as (
      select unnest(${changed}::uuid[]) as id
      union
      select d.depends_on from asset_dependency d join down on d.asset = down.id where d.org_id = ${ctx.org.id}
    )
    select a.id, a.value_explanation from asset a join down on down.id = a.id
    where a.org_id = ${ctx.org.id} and a.archived_at is null`.execute(ctx.tx)
  const ids = nodes.map((n) => n.id)
  const { rows: edges } = await sql<{ asset: string; depends_on: string; outside: Explanation | null; value: number | null }>`
    select d.asset, d.depends_on, a.value, case when d.asset = any(${ids}::uuid[]) then null else a.value_explanation end as outside
    from asset_dependency d join asset a on a.org_id = d.org_id and a.id = d.asset and a.archived_at is null
    where d.org_id = ${ctx.org.id} and d.depends_on = any(${ids}::uuid[])`.execute(ctx.tx)
  if (edges.length === 0 && nodes.every((n) => (n.value_explanation?.inherited ?? null) === null)) return
  const known = new Set(ids)
  const outside = new Map<string, Inherited>()
  for (const e of edges) {
    if (!known.has(e.asset) && e.value !== null) outside.set(e.asset, { value: e.value, from: e.outside?.inherited === e.value && (e.outside.own ?? 0) < e.value ? (e.outside.inheritedFrom ?? e.asset) : e.asset })
  }
  const flowed = flowValues(
    nodes.map((n) => ({ id: n.id, own: n.value_explanation?.own ?? null })),
    edges.map((e) => ({ asset: e.asset, dependsOn: e.depends_on })),
    outside,
  )
  const updates = nodes.flatMap((n) => {
    const before = n.value_explanation
    const now = flowed.get(n.id)
    if ((before?.inherited ?? null) === (now?.value ?? null) && (before?.inheritedFrom ?? null) === (now?.from ?? null)) return []
    const explanation = { ...(before ?? { own: null }), inherited: now?.value ?? null, inheritedFrom: now?.from ?? null }
    return [{ id: n.id, values: { valueExplanation: explanation } }]
  })
  const system: Ctx = { ...ctx, caller: { ...ctx.caller, system: true } }
  running.add(system)
  // Asked of the kit: the register itself calls this function.
  if (updates.length > 0) await updateRecords(system, ctx.kit.registers.get('asset')!, updates)
}
