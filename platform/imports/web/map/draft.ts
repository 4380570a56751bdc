import type { Field } from '@heng/contract'
import type { Mapping, MatchKey } from '../../contract/index.ts'

/** The field that a column becomes, or undefined when it is left out. */
export const fieldOf = ({ columns }: Mapping, column: number): string | undefined => columns.find((one) => one.column === column)?.field

/** Whether a key can be used: every field of it has a column; of what only the room knows, one of its columns. */
export const usable = ({ columns }: Mapping, key: MatchKey): boolean => {
  const taken = (field: string) => columns.some((one) => one.field === field)
  return key.title === null ? key.fields.every(taken) : key.anyOf === undefined || key.anyOf.some(taken)
}

/** Gives a column a field, taking the field from the column that had it; a key that lost a column is given up. */
export const withField = (mapping: Mapping, column: number, field: string | null, keys: readonly MatchKey[]): Mapping => {
  const others = mapping.columns.filter((one) => one.column !== column && one.field !== field)
  const columns = (field === null ? others : [...others, { column, field }]).toSorted((a, b) => a.column - b.column)
  const next = { ...mapping, columns }
  const key = keys.find(({ fields }) => fields.join() === mapping.matchBy.join())
  return key === undefined || usable(next, key) ? next : { ...next, matchBy: [] }
}

type Implied = readonly { readonly field: string; readonly from: string }[]

const hasColumn = ({ columns }: Mapping, name: string): boolean => columns.some(({ field }) => field === name)

/** Required fields that no column gives, so that they need a value for all rows; the import cannot create records without them. */
export const uncovered = (mapping: Mapping, fields: Readonly<Record<string, Field>>, importable: readonly string[], implied: Implied): string[] =>
  mapping.onMissing === 'skip' ? [] : importable.filter((name) =>
    fields[name]?.required === true && !hasColumn(mapping, name) && !implied.some(({ field, from }) => field === name && hasColumn(mapping, from)))

/** Fields without a column of their own that follow from the column of another. */
export const following = (mapping: Mapping, implied: Implied): Implied => implied.filter(({ field, from }) => !hasColumn(mapping, field) && hasColumn(mapping, from))

/** Fields to ask a value for: what is missing, each behind the field that it would follow from. */
export const asked = (missing: readonly string[], implied: Implied): string[] =>
  [...new Set(missing.flatMap((name) => [...implied.flatMap(({ field, from }) => (field === name ? [from] : [])), name]))]

export const withDefault = (mapping: Mapping, field: string, text: string | undefined): Mapping => {
  const { [field]: _, ...others } = mapping.defaults
  return { ...mapping, defaults: text === undefined ? others : { ...others, [field]: text } }
}

/** Says what a text of the file stands for; undefined forgets it. */
export const withMeaning = (mapping: Mapping, field: string, said: string, means: string | undefined): Mapping => {
  const { [said]: _, ...others } = mapping.valueMaps[field] ?? {}
  const own = means === undefined ? others : { ...others, [said]: means }
  const { [field]: __, ...rest } = mapping.valueMaps
  return { ...mapping, valueMaps: Object.keys(own).length === 0 ? rest : { ...rest, [field]: own } }
}

/** Different values of a column among the first rows, as examples; at most `most`. */
export const examplesOf = (sample: readonly (readonly string[])[], column: number, most = 3): string[] =>
  [...new Set(sample.map((row) => (row[column] ?? '').trim()).filter((text) => text !== ''))].slice(0, most)
