import { HengError } from '@heng/contract'
import { allows, register, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { framework as noun } from '../../contract/nouns.ts'
import { bothNames, pick } from '../wording.ts'

const derive = (_ctx: unknown, drafts: readonly Draft[]): void => {
  for (const { after } of drafts) {
    const [en, zh] = [after.nameEn as string | null, after.nameZh as string | null]
    if (en === null && zh === null) throw new HengError('framework.nameless', { fields: [{ path: 'nameEn', code: 'required' }] })
    after.name = bothNames(en, zh)
  }
}

export const framework = register(noun, {
  table: 'framework',
  defaultSort: 'reference',
  derive,
  computed: {
    requirementCount: sql`(select count(*)::int from requirement r where r.org_id = t.org_id and r.framework = t.id)`,
    assessableCount: sql`(select count(*)::int from requirement r where r.org_id = t.org_id and r.framework = t.id and r.assessable and not r.withdrawn)`,
    overlayCount: sql`(select count(*)::int from requirement_overlay o join requirement r on r.org_id = o.org_id and r.id = o.requirement
      where o.org_id = t.org_id and r.framework = t.id)`,
  },
  labelText: (locale) => (locale === 'en' ? sql`coalesce(t.name_en, t.name_zh)` : sql`coalesce(t.name_zh, t.name_en)`),
  shown: (ctx, row) => ({ name: pick(ctx.locale, row.nameEn, row.nameZh) }),
  actions: (ctx, row) => (row.overlayAllowed === true && row.archivedAt === null && allows(ctx, 'requirement:overlay') ? ['overlay'] : []),
})
