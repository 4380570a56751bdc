import { ScanError } from '../input/problem.ts'
import { fields, fieldsOf, type Field } from './generalFields.ts'

/** Which column, or key of an object, stands for which field of a finding, where its name is not understood by itself; several are joined. `info.name` is a key within. */
export type Mapping = Readonly<Partial<Record<Field, string | readonly string[]>>>

export const namesOf = (mapping: Mapping): string[] => [...new Set(Object.values(mapping).flat())]

/** The mapping itself. Throws `ScanError` `mapping-field` where it names fields that findings do not have. */
export const checkedMapping = (mapping: Mapping): Mapping => {
  const unknown = Object.keys(mapping).filter((field) => !(fields as readonly string[]).includes(field))
  if (unknown.length > 0) throw new ScanError('mapping-field', { found: unknown.join(', '), allowed: fields.join(', ') })
  return mapping
}

/** Columns of the mapping that a header does not have. */
export const missingIn = (mapping: Mapping, header: readonly string[]): string[] => {
  const there = new Set(header.map((name) => name.trim().toLowerCase()))
  return namesOf(mapping).filter((name) => !there.has(name.trim().toLowerCase()))
}

/** Whether something may be found under these names at all. */
export const tellsTitle = (headers: readonly string[], mapping: Mapping): boolean => {
  const { title, name, cve } = fieldsOf(headers, mapping)
  return title !== undefined || name !== undefined || cve !== undefined
}
