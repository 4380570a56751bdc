import type { Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { MappedRequirement } from '../../contract/index.ts'
import { readFrom } from './reversed.ts'

/** How a requirement stands to another one, read from it. */
export interface MappingOf {
  readonly requirement: string
  readonly relationship: MappedRequirement['relationship']
  readonly other: { readonly id: string; readonly ref: string; readonly titleEn: string | null; readonly titleZh: string | null; readonly framework: string; readonly editionEn: string | null; readonly editionZh: string | null }
}

const ends = (ctx: Ctx, of: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select source as own, target as other, relationship, false as reverse from mapping
  where org_id = ${ctx.org.id} and archived_at is null and relationship <> 'none' and source = any(${of})
  union all select target, source, relationship, true from mapping
  where org_id = ${ctx.org.id} and archived_at is null and relationship <> 'none' and target = any(${of}))`

/**
 * Requirements of other current frameworks that these are mapped to, whichever end the mapping begins at; gaps (`none`) are left out. With `andTheirs` also what
 * those are mapped to. One statement.
 */
export const mappingsOf = async (ctx: Ctx, requirements: readonly string[], andTheirs = false): Promise<MappingOf[]> => {
  const own = sql`${requirements}::uuid[]`
  const asked = andTheirs ? sql`${own} || array(select e.other from ${ends(ctx, own)} e)` : own
  const { rows } = await sql<MappingOf & { reverse: boolean }>`
    select e.own as requirement, e.relationship, e.reverse, json_build_object('id', o.id, 'ref', o.ref, 'titleEn', o.title_en, 'titleZh', o.title_zh, 'framework', f.id,
      'editionEn', coalesce(f.edition_en, f.name_en), 'editionZh', coalesce(f.edition_zh, f.name_zh)) as other
    from ${ends(ctx, asked)} e join requirement o on o.org_id = ${ctx.org.id} and o.id = e.other
    join framework f on f.org_id = o.org_id and f.id = o.framework and f.state = 'current' and f.archived_at is null
    order by f.id, o.position`.execute(ctx.tx)
  return rows.map(({ reverse, ...row }) => ({ ...row, relationship: readFrom(row.relationship, reverse) }))
}
