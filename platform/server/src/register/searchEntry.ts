import { inBoth, type Wording } from '@heng/contract'
import { canonicalJson } from '../verbs/canonical.ts'
import type { SearchEntry } from '../search/index.ts'
import type { StoredRow } from './columns.ts'
import { resourceOf } from './present.ts'
import type { AnyRegister, Draft } from './types.ts'

const searched = new WeakMap<AnyRegister, readonly string[]>()
const searchedFields = (reg: AnyRegister): readonly string[] => {
  const known = searched.get(reg)
  if (known !== undefined) return known
  const made = Object.entries(reg.noun.fields).filter(([key, f]) => f.searchable && key !== reg.noun.label).map(([key]) => key)
  searched.set(reg, made)
  return made
}

/** Every wording of a text, so that it is found in either language. */
const wordings = (value: unknown): string => (value == null ? '' : [...new Set(Object.values(inBoth(value as Wording)))].toReversed().join(' · '))

/** What the search knows of a record: its name, its words, and who may find it. */
export const searchEntry = (reg: AnyRegister, row: StoredRow): SearchEntry => {
  const { unitId, ownerIds } = resourceOf(reg, row)
  const words = searchedFields(reg).map((key) => row[key])
  return {
    id: row.id, reference: row.reference, title: wordings(row[reg.noun.label]), body: words.filter((w) => typeof w === 'string').join('\n'),
    unitId: unitId ?? null, ownerIds: (ownerIds ?? []).filter((id) => id != null), archived: row.archivedAt !== null,
  }
}

/** Most changes (a level, a date, a state) leave the words, and so the costly index entry, as they are. */
export const asksForSearch = (reg: AnyRegister, { before, after }: Draft): boolean =>
  reg.options.searchable !== false && (before === null || canonicalJson(searchEntry(reg, before)) !== canonicalJson(searchEntry(reg, after)))
