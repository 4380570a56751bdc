import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FrameworkBrief } from '../reads.ts'

/** A requirement without its texts. */
export interface RequirementNode {
  readonly id: string
  readonly ref: string
  readonly parent: string | null
  readonly titleEn: string | null
  readonly titleZh: string | null
  readonly kind: string
  /** Can be met, and was not withdrawn. */
  readonly assessable: boolean
}

/** A framework with its requirements in the order of the source, or 404; two statements. */
export const nodesOf = async (ctx: Ctx, id: string): Promise<{ framework: FrameworkBrief; nodes: RequirementNode[] }> => {
  const { rows } = await sql<FrameworkBrief>`select id, key, name_en as "nameEn", name_zh as "nameZh", edition_en as "editionEn", edition_zh as "editionZh", content_version as "contentVersion"
    from framework where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('framework')
  const { rows: nodes } = await sql<RequirementNode>`select id, ref, parent, title_en as "titleEn", title_zh as "titleZh", kind, assessable and not withdrawn as assessable
    from requirement where org_id = ${ctx.org.id} and framework = ${id} order by position`.execute(ctx.tx)
  return { framework: rows[0], nodes }
}
