import { locales, type AnyNoun, type Locale } from '@heng/contract'
import type { HengModule, Kit } from '@heng/server-kit'
import { importSupport } from './support.ts'

/** Words of a noun in one language, as its room's messages have them. */
export interface NounWords {
  readonly one: string
  readonly many: string
  readonly fields: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const base: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { reference: 'Reference', createdAt: 'Created', updatedAt: 'Changed', archivedAt: 'Archived', version: 'Version' },
  'zh-CN': { reference: '编号', createdAt: '创建时间', updatedAt: '更新时间', archivedAt: '归档时间', version: '版本' },
}

const inRoom = (module: HengModule, locale: Locale, noun: string): NounWords | undefined =>
  (module.messages?.[locale] as { nouns?: Readonly<Record<string, NounWords>> } | undefined)?.nouns?.[noun]

/** Names of the columns that a room adds to its noun's fields. */
const further = (kit: Pick<Kit, 'modules'>, noun: string, locale: Locale): Readonly<Record<string, string>> =>
  Object.fromEntries(importSupport.of(kit).flatMap((one) => (one.noun === noun ? (one.further?.columns ?? []).map(({ name, title }) => [name, title[locale]]) : [])))

/** Words of a noun in both languages. A room without them shows its keys, so that the gap is seen. */
export const nounWords = (kit: Pick<Kit, 'modules'>, noun: Pick<AnyNoun, 'name'>): Readonly<Record<Locale, NounWords>> =>
  Object.fromEntries(
    locales.map((locale) => {
      const found = kit.modules.map((module) => inRoom(module, locale, noun.name)).find((words) => words !== undefined)
      const words = found ?? { one: noun.name, many: noun.name, fields: {}, values: {} }
      return [locale, { ...words, fields: { ...words.fields, ...further(kit, noun.name, locale) } }]
    }),
  ) as Record<Locale, NounWords>

/** Name of a field in a language, also of those that every record carries. */
export const fieldName = (words: NounWords, locale: Locale, key: string): string => words.fields[key] ?? base[locale][key] ?? key
