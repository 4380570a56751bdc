import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** A requirement by name, with the framework that it stands in. */
export interface NamedRequirement {
  readonly id: string
  readonly reference: string
  readonly ref: string
  readonly titleEn: string | null
  readonly titleZh: string | null
  readonly assessable: boolean
  readonly framework: string
  readonly editionEn: string | null
  readonly editionZh: string | null
}

/** Requirements by id in current frameworks, those of one framework together in the order of the source. One statement. */
export const namedRequirements = async (ctx: Ctx, ids: readonly string[]): Promise<NamedRequirement[]> => {
  const { rows } = await sql<NamedRequirement>`select r.id, r.reference, r.ref, r.title_en as "titleEn", r.title_zh as "titleZh", r.assessable and not r.withdrawn as assessable, f.id as framework,
      coalesce(f.edition_en, f.name_en) as "editionEn", coalesce(f.edition_zh, f.name_zh) as "editionZh"
    from requirement r join framework f on f.org_id = r.org_id and f.id = r.framework and f.state = 'current'
    where r.org_id = ${ctx.org.id} and r.id = any(${ids}::uuid[]) order by f.id, r.position`.execute(ctx.tx)
  return rows
}
