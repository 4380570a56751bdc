import type { Ctx } from '@heng/server-kit'
import type { Term, Text } from '@heng/contract'
import { sql } from 'kysely'
import { categoryKey, type Category } from '../contract/category.ts'
import { messages } from '../locales/index.ts'
import { statementInForce } from './statement/inForce.ts'

const nameOf = (locale: 'en' | 'zh-CN', c: Category): string => {
  const t = messages[locale].pages.categories
  if (c.kind === 'all') return t.all
  return (t[c.kind] as Readonly<Record<string, string>>)[c.value] ?? categoryKey(c)
}

const titled = (c: Category, unit: string | null): Text => ({
  en: `${nameOf('en', c)} · ${unit ?? messages.en.pages.categories.wholeOrganisation}`,
  'zh-CN': `${nameOf('zh-CN', c)} · ${unit ?? messages['zh-CN'].pages.categories.wholeOrganisation}`,
})

/** Lines of the statement in force by id, named by category and unit: for filters, columns and exports. */
export const lineTerms = async (ctx: Ctx): Promise<readonly Term[]> => {
  const statement = await statementInForce(ctx)
  if (statement === null) return []
  const units = statement.lines.flatMap((line) => line.unit ?? [])
  const { rows } = await sql<{ id: string; name: string }>`select id, name from unit where org_id = ${ctx.org.id} and id = any(${units}::uuid[])`.execute(ctx.tx)
  const names = new Map(rows.map((r) => [r.id, r.name]))
  return statement.lines.map((line): Term => ({
    code: line.id, title: titled(line.category, line.unit === null ? null : (names.get(line.unit) ?? '–')), description: null, group: null, aliases: [],
  }))
}
