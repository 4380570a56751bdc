import type { Locale } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import { columnIn } from './columns.ts'

/** A bilingual text of the table `alias` for readers of a language. */
export const textSql = (locale: Locale, alias: string, key: string): RawBuilder<string> => sql.ref(`${alias}.${columnIn(locale, key)}`)

/** A bilingual text of the table `alias` as it is kept, for contents that are frozen: a string, or a JSON object of both languages. */
export const wordingSql = (alias: string, key: string): RawBuilder<unknown> => {
  const [en, zh] = [textSql('en', alias, key), textSql('zh-CN', alias, key)]
  return sql`case when ${en} = ${zh} then to_jsonb(${en}) else jsonb_build_object('en', ${en}, 'zh-CN', ${zh}) end`
}
