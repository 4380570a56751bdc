import { HengError } from '@heng/contract'
import { allows, register, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { soa as noun } from '../../contract/nouns.ts'
import { standardTitle, standardTitles, titleFor } from './title.ts'

const count = (condition: string) =>
  sql`(select count(*)::int from soa_line l where l.org_id = t.org_id and l.soa = t.id and l.archived_at is null ${sql.raw(condition)})`

/** What was submitted stands; only the next version can say something else. */
const check = (_ctx: Ctx, drafts: readonly Draft[]): void => {
  for (const { before } of drafts) if (before !== null && before.state !== 'draft') throw new HengError('soa.frozen', { status: 409 })
}

const actions = (ctx: Ctx, row: StoredRow): string[] => {
  if (!allows(ctx, 'soa:write', {}) || row.archivedAt !== null) return []
  return row.state === 'draft' ? ['prefill', 'check', 'submit', 'discard'] : []
}

export const soa = register(noun, {
  table: 'soa',
  importable: false,
  defaultSort: '-number',
  computed: {
    lineCount: count(''),
    undecidedCount: count(`and l.applicable = 'undecided'`),
    excludedCount: count(`and l.applicable = 'no'`),
  },
  check,
  actions,
  labelText: (locale) =>
    sql`case when t.title = any(${standardTitles}::text[]) then ${standardTitle(locale)} else t.title end || ${locale === 'en' ? ' v' : ' 第 '} || t.number || ${locale === 'en' ? '' : ' 版'}`,
  shown: (ctx, row) => ({ title: titleFor(ctx.locale, String(row.title)) }),
  resource: () => ({}),
})
