import { textSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlEffects, Support } from '../../contract/risk.ts'
import { visibleRisks } from '../views/reach.ts'

/** A risk as a link of the chain from a test to the statement: what it was without controls, what people say it is, and what the tests of its controls support. */
export interface ChainedRisk {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly inherentLevel: number | null
  readonly currentLevel: number | null
  readonly residualLevel: number | null
  /** Null is "not assessed". */
  readonly evidencedLevel: number | null
  readonly support: Support | null
  readonly stale: boolean
  /** Name of its owner. */
  readonly owner: string | null
  readonly ratedAt: string | null
  /** Controls that it rests on. */
  readonly controls: readonly string[]
  readonly effects: ControlEffects
}

/**
 * Open risks that rest on any of these controls, and those named; as far as the caller may see. First those that the evidence contradicts, then the highest.
 * One statement; at most `most`, with how many there are in all.
 */
export const chainedRisks = async (ctx: Ctx, { controls, risks, most }: { readonly controls: readonly string[]; readonly risks: readonly string[]; readonly most: number }): Promise<{ risks: ChainedRisk[]; total: number }> => {
  const org = ctx.org.id
  const { rows } = await sql<ChainedRisk & { total: number }>`
    select t.id, t.reference, ${textSql(ctx.locale, 't', 'title')} as name, t.inherent_level as "inherentLevel", t.current_level as "currentLevel", t.residual_level as "residualLevel",
      t.evidenced_level as "evidencedLevel", t.support, coalesce(t.evidence_stale, false) as stale, (select p.name from person p where p.org_id = ${org} and p.id = t.owner) as owner,
      t.current->>'ratedAt' as "ratedAt", array(select l.control from risk_control l where l.org_id = ${org} and l.risk = t.id) as controls, coalesce(t.control_effects, '[]') as effects,
      count(*) over ()::int as total
    from risk t where ${visibleRisks(ctx)} and (t.id = any(${risks}::uuid[]) or t.id in (select l.risk from risk_control l where l.org_id = ${org} and l.control = any(${controls}::uuid[])))
    order by (t.support is not distinct from 'unsupported') desc, t.current_level desc nulls last, t.id limit ${most}`.execute(ctx.tx)
  return { risks: rows.map(({ total: _total, ...risk }) => risk), total: rows[0]?.total ?? 0 }
}
