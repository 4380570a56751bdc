import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Standing } from '../../contract/shared.ts'

/** Which risks to hold against the statement: some by id, or the next open ones in order of id. */
export type Which = { readonly risks: readonly string[] } | { readonly after: string | null; readonly limit: number }

export interface LiveBreach {
  readonly id: string
  readonly state: 'open' | 'answered'
  readonly answer: 'treatment' | 'acceptance' | 'exception' | null
  readonly exceptionUntil: string | null
  readonly exceptionLevel: number | null
  readonly measureState: string | null
  readonly measureDue: string | null
  readonly statement: string | null
  readonly limits: unknown
  readonly beyond: readonly string[]
  readonly currentLevel: number | null
  readonly residualLevel: number | null
  readonly expectedLoss: number | null
  readonly extremeLoss: number | null
  readonly owner: string | null
  readonly unit: string | null
  readonly titleEn: string
  readonly titleZh: string
}

export interface KnownPosition {
  readonly standing: Standing | null
  readonly since: string
  /** Everything else that it holds, as one text: equal texts need no writing. */
  readonly told: string
}

export interface RiskFacts {
  readonly id: string
  readonly reference: string
  readonly titleEn: string
  readonly titleZh: string
  /** Open and not archived. */
  readonly live: boolean
  readonly threat: string | null
  readonly properties: readonly string[]
  readonly unit: string | null
  readonly owner: string | null
  readonly assetType: string | null
  readonly currentLevel: number | null
  readonly residualLevel: number | null
  /** The acceptance that holds now. */
  readonly acceptance: string | null
  readonly position: KnownPosition | null
  readonly breach: LiveBreach | null
}

/** Everything that positions and breaches follow from, in one statement. */
export const riskFacts = async (ctx: Ctx, which: Which): Promise<RiskFacts[]> => {
  const org = ctx.org.id
  const chosen = 'risks' in which ? sql`t.id = any(${which.risks}::uuid[])` : sql`t.archived_at is null and t.status = 'open' and (${which.after}::uuid is null or t.id > ${which.after}::uuid)`
  const { rows } = await sql<RiskFacts>`
    with r as materialized (
      select t.* from risk t where t.org_id = ${org} and ${chosen} order by t.id ${'limit' in which ? sql`limit ${which.limit}` : sql``}
    )
    select r.id, r.reference, r.title_en as "titleEn", r.title_zh as "titleZh", (r.status = 'open' and r.archived_at is null) as live, r.threat, r.properties, r.unit, r.owner,
      a.type as "assetType", r.current_level as "currentLevel", r.residual_level as "residualLevel",
      (select x.id from risk_acceptance x where r.acceptance = 'accepted' and x.org_id = ${org} and x.risk = r.id and x.state = 'accepted' limit 1) as acceptance,
      case when p.id is null then null else jsonb_build_object('standing', p.standing, 'since', p.since, 'told', p.told) end as position,
      case when b.id is null then null else jsonb_build_object('id', b.id, 'state', b.state, 'answer', b.answer, 'exceptionUntil', b.exception_until, 'exceptionLevel', b.exception_level,
        'measureState', case when m.archived_at is null then m.state end, 'measureDue', m.due, 'statement', b.statement, 'limits', b.limits, 'beyond', b.beyond,
        'currentLevel', b.current_level, 'residualLevel', b.residual_level, 'expectedLoss', b.expected_loss_minor, 'extremeLoss', b.extreme_loss_minor,
        'owner', b.owner, 'unit', b.unit, 'titleEn', b.title_en, 'titleZh', b.title_zh) end as breach
    from r left join asset a on a.org_id = ${org} and a.id = r.asset
    left join appetite_position p on p.org_id = ${org} and p.id = r.id
    left join tolerance_breach b on b.org_id = ${org} and b.risk = r.id and b.state <> 'closed'
    left join treatment_measure m on m.org_id = ${org} and m.id = b.measure
    order by r.id`.execute(ctx.tx)
  return rows
}
