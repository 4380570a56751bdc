import { requirementsByIds, wording } from '@heng/frameworks/reads'
import { allows, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { tracedLine } from '../../contract/trace.ts'

export type LineTraced = z.output<typeof tracedLine> & { readonly risks: readonly string[] }

interface Of {
  readonly requirements: readonly string[]
  readonly controls: readonly string[]
  readonly risks: readonly string[]
}

/** Lines of the version in force, or of the one being worked on while none is, that answer these requirements, are these controls, or name these risks; named in the reader's language. Two statements. */
export const linesTraced = async (ctx: Ctx, { requirements, controls, risks }: Of): Promise<LineTraced[]> => {
  if (!allows(ctx, 'soa:read', {})) return []
  const { rows } = await sql<LineTraced & { requirement: string | null }>`
    select l.id, l.reference, l.name, l.ref, l.requirement, s.id as soa, s.number, s.state, l.applicable, l.reasons,
      array(select k.risk from soa_line_risk k where k.org_id = l.org_id and k.line = l.id) as risks
    from soa_line l join soa s on s.org_id = l.org_id and s.id = l.soa
    where l.org_id = ${ctx.org.id} and l.archived_at is null and s.id = (
        select v.id from soa v where v.org_id = ${ctx.org.id} and v.archived_at is null and v.state <> 'superseded' order by v.state = 'approved' desc limit 1)
      and (l.requirement = any(${requirements}::uuid[]) or l.control = any(${controls}::uuid[])
        or l.id in (select k.line from soa_line_risk k where k.org_id = ${ctx.org.id} and k.risk = any(${risks}::uuid[])))
    order by l.position, l.ref limit 100`.execute(ctx.tx)
  const titles = new Map((await requirementsByIds(ctx, rows.flatMap((l) => l.requirement ?? []))).map((r) => [r.id, wording(r, 'title', ctx.locale)]))
  return rows.map(({ requirement, ...line }) => {
    const title = requirement === null ? undefined : titles.get(requirement)
    return title === undefined || title === null ? line : { ...line, name: `${line.ref} ${title}` }
  })
}
