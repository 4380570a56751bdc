import { rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { RequirementStatus } from '../../contract/conclusion.ts'
import { conclusion } from './register.ts'

export interface ConclusionRow extends StoredRow {
  readonly requirement: string
  readonly framework: string
  readonly status: RequirementStatus
  readonly proposed: RequirementStatus | null
  readonly proposedNow: RequirementStatus | null
  readonly moved: boolean
  readonly movedAt: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string
  readonly reason: string | null
  readonly controls: readonly string[]
}

/** Conclusions that stand for these requirements, by requirement. With `lock` nobody else changes them before this transaction ends. Two statements. */
export const conclusionsOf = async (ctx: Ctx, requirements: readonly string[], lock = false): Promise<ReadonlyMap<string, ConclusionRow>> => {
  const { rows } = await sql<{ id: string }>`select id from conclusion where org_id = ${ctx.org.id} and archived_at is null and requirement = any(${requirements}::uuid[])`.execute(ctx.tx)
  const found = rows.length === 0 ? [] : ((await rowsByIds(ctx, conclusion, rows.map((r) => r.id), lock)) as ConclusionRow[])
  return new Map(found.map((row) => [row.requirement, row]))
}

/** A conclusion as the page of a framework tells it. */
export interface ConcludedBrief extends Pick<ConclusionRow, 'id' | 'version' | 'requirement' | 'status' | 'proposed' | 'moved' | 'movedAt' | 'decidedAt' | 'reason'> {
  readonly decidedBy: string | null
}

/** What was concluded for the requirements of a framework, or for those named, with who did; by requirement. One statement. */
export const concludedOf = async (ctx: Ctx, of: { readonly framework: string } | { readonly requirements: readonly string[] }): Promise<ReadonlyMap<string, ConcludedBrief>> => {
  const which = 'framework' in of ? sql`c.framework = ${of.framework}` : sql`c.requirement = any(${of.requirements}::uuid[])`
  const { rows } = await sql<ConcludedBrief>`select c.id, c.version, c.requirement, c.status, c.proposed, c.moved, c.moved_at as "movedAt", c.decided_at as "decidedAt", c.reason, p.name as "decidedBy"
    from conclusion c left join person p on p.org_id = c.org_id and p.id = c.decided_by
    where c.org_id = ${ctx.org.id} and ${which} and c.archived_at is null`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.requirement, row]))
}

/**
 * Requirements concluded on of which these controls, or the requirements they answer, have a say: directly, over a mapping, or until now. Null controls: all. One statement.
 */
export const concludedRequirements = async (ctx: Ctx, of: { readonly controls: readonly string[]; readonly requirements: readonly string[] } | null): Promise<string[]> => {
  const touched = of === null ? sql`true` : sql`(c.requirement = any(${of.requirements}::uuid[])
    or exists (select 1 from conclusion_control k where k.org_id = c.org_id and k.conclusion = c.id and k.control = any(${of.controls}::uuid[])))`
  const { rows } = await sql<{ requirement: string }>`select c.requirement from conclusion c where c.org_id = ${ctx.org.id} and c.archived_at is null and ${touched}`.execute(ctx.tx)
  return rows.map((r) => r.requirement)
}
