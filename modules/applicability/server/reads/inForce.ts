import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { CheckHead } from '../../contract/check.ts'
import type { SoaContent } from '../../contract/content.ts'
import { lastCheck } from '../check/check.ts'

interface Head {
  readonly id: string
  readonly reference: string
  readonly number: number
  readonly title: string
  readonly editionEn: string | null
  readonly editionZh: string | null
  readonly approvedAt: string
  readonly contentHash: string
}

export interface SoaFigures extends Head {
  readonly lines: number
  readonly applicable: number
  readonly excluded: number
  /** Applicable lines by how far they are implemented; `-` where nothing was stated. */
  readonly implementation: Readonly<Record<string, number>>
}

const head = sql`s.id, s.reference, s.number, s.title, s.edition_en as "editionEn", s.edition_zh as "editionZh", s.approved_at as "approvedAt", s.content_hash as "contentHash"`

/** What the statement in force says, in figures, from what was approved; null where none is. One statement. */
export const soaFigures = async (ctx: Ctx): Promise<SoaFigures | null> => {
  const { rows } = await sql<SoaFigures>`
    select ${head}, x.lines, x.applicable, x.excluded, coalesce(x.implementation, '{}') as implementation from soa s
    cross join lateral (
      select sum(n)::int as lines, coalesce(sum(n) filter (where applicable = 'yes'), 0)::int as applicable, coalesce(sum(n) filter (where applicable = 'no'), 0)::int as excluded,
        json_object_agg(implementation, n) filter (where applicable = 'yes') as implementation
      from (select l ->> 'applicable' as applicable, coalesce(l ->> 'implementation', '-') as implementation, count(*) as n from jsonb_array_elements(s.content #> '{lines,rows}') l group by 1, 2) y
    ) x where s.org_id = ${ctx.org.id} and s.archived_at is null and s.state = 'approved'`.execute(ctx.tx)
  return rows[0] ?? null
}

export interface SoaInForce extends Head {
  readonly content: SoaContent
  readonly decisions: readonly { readonly name: string; readonly at: string }[]
  /** The last check for omissions that was recorded of it. */
  readonly check: CheckHead | null
}

/** The statement in force, word for word as it was approved; null where none is. Two statements. */
export const soaInForce = async (ctx: Ctx): Promise<SoaInForce | null> => {
  const { rows } = await sql<Omit<SoaInForce, 'check'>>`select ${head}, s.content, coalesce(s.decisions, '[]') as decisions from soa s
    where s.org_id = ${ctx.org.id} and s.archived_at is null and s.state = 'approved'`.execute(ctx.tx)
  return rows[0] === undefined ? null : { ...rows[0], check: await lastCheck(ctx, rows[0].id, null) }
}
