import { wordingSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ContentLine } from '../../contract/content.ts'

/** A line as stored, with its risks. */
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
  readonly archived: boolean
  readonly linkedRisks: ContentLine['linkedRisks']
  /** How many risks are linked, whether or not all of them were read. */
  readonly riskCount: number
}

/** Lines of a version in their order, also own ones that were taken out; one statement. With `most`, only the first of the risks that each is linked with. */
export const allLinesOf = async (ctx: Ctx, soaId: string, most?: number): Promise<StoredLine[]> => {
  const { rows } = await sql<StoredLine>`
    select l.id, l.version, l.position, l.ref, l.name, l.requirement, l.control, l.applicable, l.reasons, l.reason_text as "reasonText", l.justification,
      l.description, l.document, l.implementation_override as "implementationOverride", l.override_reason as "overrideReason", l.archived_at is not null as archived,
      (select count(*)::int from soa_line_risk r where r.org_id = l.org_id and r.line = l.id) as "riskCount",
      coalesce((select json_agg(x.risk) from (select json_build_object('id', k.id, 'reference', k.reference, 'title', ${wordingSql('k', 'title')}) as risk
        from soa_line_risk r join risk k on k.org_id = r.org_id and k.id = r.risk where r.org_id = l.org_id and r.line = l.id order by r.risk limit ${most ?? null}) x), '[]') as "linkedRisks"
    from soa_line l where l.org_id = ${ctx.org.id} and l.soa = ${soaId} order by l.position, l.ref`.execute(ctx.tx)
  return rows
}

/** Active lines of a version in their order; one statement. */
export const linesOf = async (ctx: Ctx, soaId: string, most?: number): Promise<StoredLine[]> => (await allLinesOf(ctx, soaId, most)).filter((line) => !line.archived)
