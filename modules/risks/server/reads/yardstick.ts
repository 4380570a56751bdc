import type { Text } from '@heng/contract'
import type { MethodDefinition } from '@heng/engine-risk'
import { textSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { AcceptanceRule, Scales } from '../../contract/criteria.ts'
import { criteriaInForce } from '../method/inForce.ts'

/** The risk criteria that figures follow, with everything that an outsider needs to compute them anew. */
export interface CriteriaStanding {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly provisional: boolean
  readonly approvedAt: string | null
  /** SHA-256 of everything that was approved, and of the method's definition alone (RFC 8785). */
  readonly frozenHash: string | null
  readonly definitionHash: string
  /** `id@version` */
  readonly method: string
  readonly methodTitle: Text
  readonly levels: readonly { readonly value: number; readonly title: Text }[]
  readonly definition: MethodDefinition
  readonly scales: Scales
  readonly acceptance: readonly AcceptanceRule[]
  readonly appetite: string | null
  readonly performing: string | null
}

/** Criteria in force, or the draft furthest along; null before there is one. Two statements. */
export const criteriaStanding = async (ctx: Ctx): Promise<CriteriaStanding | null> => {
  const found = await criteriaInForce(ctx)
  if (found === null) return null
  const { rows } = await sql<{ name: string; approved_at: string | null; frozen_hash: string | null; scales: Scales; appetite: string | null; performing: string | null }>`
    select name, approved_at, frozen_hash, scales, appetite, performing from risk_criteria where org_id = ${ctx.org.id} and id = ${found.id}`.execute(ctx.tx)
  const { definition } = found.method
  const row = rows[0]!
  return {
    id: found.id, reference: found.reference, name: row.name, provisional: found.provisional, approvedAt: row.approved_at, frozenHash: row.frozen_hash,
    definitionHash: found.hash, method: found.name, methodTitle: definition.title, levels: definition.levels.map(({ value, title }) => ({ value, title })),
    definition, scales: row.scales, acceptance: found.acceptance, appetite: row.appetite, performing: row.performing,
  }
}

export interface Contradiction {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly owner: string | null
  readonly level: number | null
  /** What tests support; null where that is not assessed. */
  readonly evidenced: number | null
}

/** Open risks rated lower than the tests of their controls support: how many, and the highest of them. One statement. */
export const contradictions = async (ctx: Ctx, most: number): Promise<{ count: number; risks: Contradiction[] }> => {
  const { rows } = await sql<Contradiction & { total: number }>`
    select t.id, t.reference, ${textSql(ctx.locale, 't', 'title')} as title, p.name as owner, t.current_level as level, t.evidenced_level as evidenced, count(*) over ()::int as total
    from risk t left join person p on p.org_id = t.org_id and p.id = t.owner
    where t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = 'open' and t.support = 'unsupported'
    order by t.evidenced_level desc nulls last, t.current_level desc nulls last, t.id limit ${most}`.execute(ctx.tx)
  return { count: rows[0]?.total ?? 0, risks: rows.map(({ total: _total, ...risk }) => risk) }
}
