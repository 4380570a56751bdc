import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface Placed {
  readonly id: string
  readonly reference: string
  readonly risk: string
}

/** Quantifications of these risks, archived ones left out. One statement. */
export const activeOfRisks = async (ctx: Ctx, risks: readonly string[]): Promise<Placed[]> => {
  const { rows } = await sql<Placed>`select id, reference, risk from quantification where org_id = ${ctx.org.id} and archived_at is null and risk = any(${risks}::uuid[]) order by id`.execute(ctx.tx)
  return rows
}

/** Ids of active quantifications whose figures are missing or outdated, in their order. One statement. */
export const notFresh = async (ctx: Ctx): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select id from quantification where org_id = ${ctx.org.id} and archived_at is null and state <> 'fresh' order by id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Active quantifications that a condition of this room's lists leaves, at most so many. One statement. */
export const activeWithin = async (ctx: Ctx, units: readonly string[] | null, most: number): Promise<Placed[]> => {
  const { rows } = await sql<Placed>`select id, reference, risk from quantification where org_id = ${ctx.org.id} and archived_at is null
    and (${units === null} or unit = any(${units ?? []}::uuid[])) order by id limit ${most}`.execute(ctx.tx)
  return rows
}
