import { HengError, type Locale } from '@heng/contract'
import { register, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { responsibility as noun, type Assignment } from '../../contract/responsibility.ts'
import { personsOf, refusalOf } from './rules.ts'
import { startActivity, startSet } from './startSet.ts'

const said = (text: { en: string; 'zh-CN': string }, value: unknown): boolean => value === text.en || value === text['zh-CN']

/** What a row still says in words of the start set, whichever language they were stored in, shows in the reader's. */
const inReadersLanguage = ({ locale }: Ctx, row: StoredRow): Record<string, string> => {
  const start = startActivity.get(row.template as string)
  if (start === undefined) return {}
  return {
    ...(said(start.name, row.name) ? { name: start.name[locale] } : {}),
    ...(said(start.description, row.description) ? { description: start.description[locale] } : {}),
  }
}

const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  for (const { after } of drafts) after.assignments ??= []
  const unplaced = drafts.filter((d) => d.after.position === null)
  if (unplaced.length === 0) return
  const { rows } = await sql<{ last: number }>`select coalesce(max(position), 0)::int as last from responsibility where org_id = ${ctx.org.id} and archived_at is null`.execute(ctx.tx)
  unplaced.forEach(({ after }, i) => {
    after.position = Math.min(10_000, rows[0]!.last + 10 * (i + 1))
  })
}

const check = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  for (const { after } of drafts) {
    const code = refusalOf(after.assignments as Assignment[])
    if (code !== undefined) throw new HengError(code, { fields: [{ path: 'assignments', code: 'custom' }] })
  }
  const added = drafts.flatMap(({ before, after }) => {
    const had = new Set(personsOf((before?.assignments ?? []) as Assignment[]))
    return personsOf(after.assignments as Assignment[]).filter((id) => !had.has(id))
  })
  if (added.length === 0) return
  const { rows } = await sql<{ id: string }>`select id from person where org_id = ${ctx.org.id} and id = any(${added}::uuid[]) and archived_at is null`.execute(ctx.tx)
  if (rows.length < new Set(added).size) throw new HengError('invalid', { fields: [{ path: 'assignments', code: 'reference' }] })
}

const inLanguage = (locale: Locale) =>
  sql`case ${sql.join(startSet.map(({ key, name }) => sql`when t.template = ${key} and t.name in (${name.en}, ${name['zh-CN']}) then ${name[locale]}`), sql` `)} else t.name end`

export const responsibility = register(noun, {
  table: 'responsibility',
  defaultSort: 'position',
  derive,
  check,
  labelText: inLanguage,
  shown: inReadersLanguage,
})
