import { register, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { requirement as noun } from '../../contract/nouns.ts'
import { bothNames, pick } from '../wording.ts'

const derive = (_ctx: unknown, drafts: readonly Draft[]): void => {
  for (const { after } of drafts) after.name = `${after.ref} ${bothNames(after.titleEn as string | null, after.titleZh as string | null)}`
}

export const requirement = register(noun, {
  table: 'requirement',
  // In the order of their frameworks: requirements are written in one go, in the order of the source.
  defaultSort: 'id',
  derive,
  labelText: (locale) =>
    locale === 'en' ? sql`t.ref || ' ' || coalesce(t.title_en, t.title_zh, '')` : sql`t.ref || ' ' || coalesce(t.title_zh, t.title_en, '')`,
  shown: (ctx, row) => ({ name: `${row.ref} ${pick(ctx.locale, row.titleEn, row.titleZh) ?? ''}`.trim() }),
  // A requirement belongs to the whole organisation and is written only with its framework.
  resource: () => ({}),
})
