import { allows, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { LineNode } from '../../../contract/graph.ts'
import { evidenceOf } from '../../drift/lines.ts'
import type { TestedBook } from '../../evidence/controls.ts'
import { implementationOf } from '../../line/rules.ts'

/** A line of one version of the statement. */
export interface GraphLine extends Omit<LineNode, 'evidence' | 'stated'> {
  readonly requirement: string | null
  readonly control: string | null
  /** As frozen, or as stated in a draft; null in a draft whose line follows its controls. */
  readonly said: LineNode['stated']
  readonly risks: readonly string[]
  readonly total: number
}

interface Of {
  readonly requirements: readonly string[]
  readonly controls: readonly string[]
  readonly risks: readonly string[]
  readonly most: number
  /** Null: the version in force, or the one being worked on while none is. */
  readonly soa: string | null
}

/** Lines that answer these requirements, are these controls or name these risks, with what they state: as frozen once the version was submitted. One statement; none for who may not read the statement. */
export const graphLines = async (ctx: Ctx, { requirements, controls, risks, most, soa }: Of): Promise<GraphLine[]> => {
  if (!allows(ctx, 'soa:read', {})) return []
  const org = ctx.org.id
  const { rows } = await sql<GraphLine>`
    with v as materialized (
      select * from soa where org_id = ${org} and case when ${soa}::uuid is null then archived_at is null and state <> 'superseded' else id = ${soa}::uuid end order by state = 'approved' desc limit 1
    ), frozen as materialized (
      select r.* from v cross join lateral jsonb_to_recordset(v.content->'lines'->'rows') as r(ref text, implementation text, "overrideReason" text, "titleEn" text, "titleZh" text)
    ) select l.id, l.reference, l.name, l.ref, q.title_en as "titleEn", q.title_zh as "titleZh",
      json_build_object('id', v.id, 'number', v.number, 'state', v.state, 'approvedAt', to_char(v.approved_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'approvedBy', coalesce((select json_agg(d->>'name') from jsonb_array_elements(v.decisions) d), '[]')) as soa,
      l.applicable, l.reasons, l.requirement, l.control, case when v.content is null then l.implementation_override else f.implementation end as said,
      case when v.content is null then l.override_reason else f."overrideReason" end as "overrideReason",
      array(select k.risk from soa_line_risk k where k.org_id = l.org_id and k.line = l.id) as risks, count(*) over ()::int as total
    from v join soa_line l on l.org_id = ${org} and l.soa = v.id and l.archived_at is null left join frozen f on f.ref = l.ref
    left join requirement q on q.org_id = l.org_id and q.id = l.requirement
    where l.requirement = any(${requirements}::uuid[]) or l.control = any(${controls}::uuid[])
      or l.id in (select k.line from soa_line_risk k where k.org_id = ${org} and k.risk = any(${risks}::uuid[]))
    order by l.position, l.ref limit ${most}`.execute(ctx.tx)
  return rows
}

/** A line with what the tests of its controls say. */
export const lineNode = ({ requirement, control, said, risks: _risks, total: _total, ...line }: GraphLine, book: TestedBook): LineNode => {
  const own = control === null ? undefined : book.byId.get(control)
  const controls = requirement !== null ? book.of(requirement) : own === undefined ? [] : [own]
  const stated = line.soa.state === 'draft' ? (said ?? implementationOf(controls.map((c) => c.state))) : said
  return { ...line, stated, overrideReason: said === null ? null : line.overrideReason, evidence: line.applicable === 'no' ? null : evidenceOf(stated, { requirement, control }, book) }
}
