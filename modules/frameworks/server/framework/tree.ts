import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { TreeNode } from '../../contract/index.ts'
import { answersFor } from '../answers.ts'

/** Every node of a framework without its texts, in the order of the source; two statements and those of who answers it. */
export const tree = async (ctx: Ctx, { id }: { id: string }) => {
  const { rows: found } = await sql`select 1 from framework where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  if (found.length === 0) throw notFound('framework')
  const { rows: nodes } = await sql<TreeNode>`
    select r.id, r.ref, r.parent, r.title_en as "titleEn", r.title_zh as "titleZh", r.kind, r.assessable, r.withdrawn, r.items, r.attributes,
      o.requirement is not null as overlay, coalesce(m.n, 0)::int as mapped
    from requirement r
    left join requirement_overlay o on o.org_id = r.org_id and o.requirement = r.id
    left join (
      select e.id, count(*) as n from mapping m cross join lateral (values (m.source), (m.target)) as e(id)
      where m.org_id = ${ctx.org.id} and m.archived_at is null and m.relationship <> 'none' and (m.source_framework = ${id} or m.target_framework = ${id})
      group by 1) m on m.id = r.id
    where r.org_id = ${ctx.org.id} and r.framework = ${id} order by r.position`.execute(ctx.tx)
  const answers = await answersFor(ctx, [id])
  if (answers === null) return { nodes }
  const of = new Map(answers.map(({ requirement, controls, state }) => [requirement, { controls, state }]))
  return { nodes: nodes.map((node) => ({ ...node, answer: of.get(node.id) ?? null })) }
}
