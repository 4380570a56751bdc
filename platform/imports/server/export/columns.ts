import { HengError, type Field, type Locale } from '@heng/contract'
import type { AnyRegister, Kit } from '@heng/server-kit'
import { fieldName, nounWords } from '../target/words.ts'

export interface ExportColumn {
  readonly key: string
  readonly title: string
  /** Undefined for what every record carries besides its own fields. */
  readonly field: Field | undefined
}

const base = ['createdAt', 'updatedAt', 'archivedAt']

/** Fields that an export can carry; structured values only leave as JSON. */
export const exportableKeys = (reg: AnyRegister, structured = false): string[] => [
  'reference', ...Object.entries(reg.noun.fields).filter(([, f]) => structured || f.kind !== 'json').map(([key]) => key),
]

/**
 * Columns of an export with their titles in the reader's language: those asked for in their order, else the reference
 * and all fields. Throws `unknownField`.
 */
export const exportColumns = (kit: Kit, reg: AnyRegister, wanted: readonly string[] | undefined, locale: Locale, structured = false): ExportColumn[] => {
  const all = exportableKeys(reg, structured)
  const unknown = wanted?.find((key) => !all.includes(key) && !base.includes(key))
  if (unknown !== undefined) throw new HengError('unknownField', { status: 400, params: { field: unknown.slice(0, 60), allowed: [...all, ...base].join(', ') } })
  const words = nounWords(kit, reg.noun)[locale]
  return [...new Set(wanted ?? all)].map((key) => ({ key, title: fieldName(words, locale, key), field: reg.noun.fields[key] }))
}
