import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ContentLine } from '../../contract/content.ts'

/** A line as stored, with the ids of its risks. */
export interface StoredLine extends Pick<
  ContentLine,
  'ref' | 'name' | 'applicable' | 'reasons' | 'reasonText' | 'justification' | 'description' | 'document' | 'overrideReason'
> {
  readonly id: string
  readonly version: number
  readonly position: number
  readonly requirement: string | null
  readonly control: string | null
  readonly implementationOverride: ContentLine['implementation']
  readonly risks: string[]
}

/** Active lines of a version in their order; one statement. */
export const linesOf = async (ctx: Ctx, soaId: string): Promise<StoredLine[]> => {
  const { rows } = await sql<StoredLine>`
    select l.id, l.version, l.position, l.ref, l.name, l.requirement, l.control, l.applicable, l.reasons, l.reason_text as "reasonText", l.justification,
      l.description, l.document, l.implementation_override as "implementationOverride", l.override_reason as "overrideReason",
      coalesce((select array_agg(r.risk order by r.risk) from soa_line_risk r where r.org_id = l.org_id and r.line = l.id), '{}') as risks
    from soa_line l where l.org_id = ${ctx.org.id} and l.soa = ${soaId} and l.archived_at is null order by l.position, l.ref`.execute(
    ctx.tx,
  )
  return rows
}

/** Numbers of all lines of a version, also of own ones that were taken out. */
export const refsOf = async (ctx: Ctx, soaId: string): Promise<Set<string>> => {
  const { rows } = await sql<{ ref: string }>`select ref from soa_line where org_id = ${ctx.org.id} and soa = ${soaId}`.execute(ctx.tx)
  return new Set(rows.map((r) => r.ref))
}
