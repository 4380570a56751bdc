import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { attributes } from '../../contract/nouns.ts'

/** What neighbours need of a requirement. */
export interface RequirementBrief {
  readonly id: string
  readonly framework: string
  readonly ref: string
  readonly parent: string | null
  readonly position: number
  readonly titleEn: string | null
  readonly titleZh: string | null
  readonly summaryEn: string | null
  readonly summaryZh: string | null
  readonly kind: string
  readonly assessable: boolean
  readonly attributes: z.output<typeof attributes>
}

const columns = sql`r.id, r.framework, r.ref, r.parent, r.position, r.title_en as "titleEn", r.title_zh as "titleZh",
  r.summary_en as "summaryEn", r.summary_zh as "summaryZh", r.kind, r.assessable and not r.withdrawn as assessable, r.attributes`

/** Requirements by id, in the order of their frameworks; unknown ids are left out. */
export const requirementsByIds = async (ctx: Ctx, ids: readonly string[]): Promise<RequirementBrief[]> => {
  const { rows } = await sql<RequirementBrief>`select ${columns} from requirement r
    where r.org_id = ${ctx.org.id} and r.id = any(${ids}::uuid[]) order by r.framework, r.position`.execute(ctx.tx)
  return rows
}

/** Every requirement of a framework in the order of the source. */
export const requirementsOf = async (ctx: Ctx, frameworkId: string): Promise<RequirementBrief[]> => {
  const { rows } = await sql<RequirementBrief>`select ${columns} from requirement r
    where r.org_id = ${ctx.org.id} and r.framework = ${frameworkId} order by r.position`.execute(ctx.tx)
  return rows
}

/** Requirements that can be met, of these frameworks: the framework of each by its id. */
export const assessableOfAll = async (ctx: Ctx, frameworkIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; framework: string }>`select id, framework from requirement
    where org_id = ${ctx.org.id} and framework = any(${frameworkIds}::uuid[]) and assessable and not withdrawn`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.id, r.framework]))
}
