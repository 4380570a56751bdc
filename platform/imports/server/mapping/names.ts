import { locales } from '@heng/contract'
import type { AnyRegister, Kit } from '@heng/server-kit'
import { bare, withoutRemark } from '../parse/fold.ts'
import { importSupport } from '../target/support.ts'
import { fieldName, nounWords } from '../target/words.ts'
import { commonAliases } from './aliases.ts'

export interface FieldNames {
  readonly field: string
  /** May be filled by a file; otherwise the name is only recognised. */
  readonly importable: boolean
  /** Key and labels in both languages, also with the noun's name before them. */
  readonly exact: ReadonlySet<string>
  readonly alias: ReadonlySet<string>
}

const folded = (names: readonly string[]): Set<string> => new Set(names.map(bare).filter((name) => name !== ''))

const computedBase = ['createdAt', 'updatedAt', 'archivedAt', 'version']

/** Everything that a header may call a field of this register. */
export const namesOf = (kit: Kit, reg: AnyRegister): FieldNames[] => {
  const words = nounWords(kit, reg.noun)
  const support = importSupport.of(kit).find(({ noun }) => noun === reg.noun.name)
  const further = support?.further?.columns ?? []
  const own: Readonly<Record<string, readonly string[]>> = { ...support?.aliases, ...Object.fromEntries(further.map(({ name, aliases }) => [name, aliases ?? []])) }
  const importable = (key: string): boolean => {
    const field = reg.noun.fields[key]
    return key === 'reference' || further.some(({ name }) => name === key) || (field !== undefined && field.writable && field.kind !== 'json' && !reg.virtual.has(key))
  }
  return ['reference', ...Object.keys(reg.noun.fields), ...further.map(({ name }) => name), ...computedBase].map((key) => {
    const labels = locales.map((locale) => fieldName(words[locale], locale, key))
    const ones = locales.map((locale) => words[locale].one)
    const other = [...(own[key] ?? []), ...(commonAliases[key] ?? [])]
    return {
      field: key,
      importable: importable(key),
      exact: folded([key, ...labels, ...labels.map(withoutRemark), ...labels.flatMap((label) => ones.flatMap((one) => [one + label, `${one}的${label}`]))]),
      alias: folded([...other, ...other.flatMap((name) => ones.map((one) => one + name))]),
    }
  })
}
