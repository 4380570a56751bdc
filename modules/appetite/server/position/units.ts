import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** For each unit itself and the units above it, the nearest first. A circle, which the directory refuses, would end where it closes. */
export const ancestry = (units: readonly { readonly id: string; readonly parent: string | null }[]): ((unit: string | null) => readonly string[]) => {
  const parents = new Map(units.map((u) => [u.id, u.parent]))
  const known = new Map<string, readonly string[]>()
  return (unit) => {
    if (unit === null) return []
    const found = known.get(unit)
    if (found !== undefined) return found
    const path: string[] = []
    for (let at: string | null = unit; at !== null && !path.includes(at); at = parents.get(at) ?? null) path.push(at)
    known.set(unit, path)
    return path
  }
}

/** The tree of units, read in one statement. */
export const unitPaths = async (ctx: Ctx): Promise<(unit: string | null) => readonly string[]> => {
  const { rows } = await sql<{ id: string; parent: string | null }>`select id, parent from unit where org_id = ${ctx.org.id}`.execute(ctx.tx)
  return ancestry(rows)
}
