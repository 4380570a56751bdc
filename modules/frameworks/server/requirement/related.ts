import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { MappedRequirement } from '../../contract/index.ts'
import { overlayOf } from './overlay.ts'
import { readFrom } from './reversed.ts'

/** What belongs to a requirement beside its own wording: the licensed text and what answers it in other current frameworks. */
export const related = async (ctx: Ctx, { id }: { id: string }) => {
  const { rows: own } = await sql<{ allowed: boolean }>`select f.overlay_allowed as allowed from requirement r
    join framework f on f.org_id = r.org_id and f.id = r.framework where r.org_id = ${ctx.org.id} and r.id = ${id}`.execute(ctx.tx)
  if (own.length === 0) throw notFound('requirement')
  const { rows } = await sql<MappedRequirement & { reverse: boolean }>`
    select m.id, m.origin, m.relationship, m.rationale_en as "rationaleEn", m.rationale_zh as "rationaleZh",
      m.provenance_en as "provenanceEn", m.provenance_zh as "provenanceZh", m.source <> ${id} as reverse,
      case when o.id is null then null else json_build_object('id', o.id, 'ref', o.ref, 'titleEn', o.title_en, 'titleZh', o.title_zh) end as other,
      json_build_object('id', f.id, 'editionEn', coalesce(f.edition_en, f.name_en), 'editionZh', coalesce(f.edition_zh, f.name_zh)) as framework
    from mapping m
    left join requirement o on o.org_id = m.org_id and o.id = case when m.source = ${id} then m.target else m.source end
    join framework f on f.org_id = m.org_id and f.id = coalesce(o.framework, m.target_framework) and f.state = 'current'
    where m.org_id = ${ctx.org.id} and (m.source = ${id} or m.target = ${id}) and m.archived_at is null
    order by f.id, o.position`.execute(ctx.tx)
  return {
    overlay: await overlayOf(ctx, id),
    overlayAllowed: own[0]!.allowed,
    mapped: rows.map(({ reverse, ...row }) => ({
      ...row,
      relationship: readFrom(row.relationship, reverse),
    })),
  }
}
