import type { AnyNoun, Field } from '@heng/contract'

export type Values = Readonly<Record<string, unknown>>

export interface FormField {
  readonly name: string
  readonly field: Field
}
export interface FormGroup {
  readonly key: string
  readonly label: string | undefined
  readonly fields: readonly FormField[]
}

/** How a field is entered. `json` fields have no general control and appear only with an override. */
export type Control =
  | 'text' | 'longText' | 'integer' | 'number' | 'level' | 'boolean' | 'segmented' | 'select' | 'tags'
  | 'date' | 'timestamp' | 'money' | 'record' | 'records' | 'code' | 'none'

/** Up to this many choices, “not given” among them, stand side by side instead of in a list. */
export const segmentedMax = 3

/** The control of a field kind. */
export const controlOf = (field: Field): Control => {
  switch (field.kind) {
    case 'enum':
      return (field.values?.length ?? 0) + (field.required ? 0 : 1) <= segmentedMax ? 'segmented' : 'select'
    case 'person':
    case 'unit':
    case 'record':
      return 'record'
    case 'json':
      return 'none'
    default:
      return field.kind
  }
}

/**
 * Fields of a noun's form in their groups; fields that no group names follow in a last group of their own.
 * Fields that the server derives are left out, and so are `json` fields without an override.
 */
export const formGroups = (
  noun: AnyNoun,
  groups: readonly { readonly key: string; readonly label: string; readonly fields: readonly string[] }[],
  overrides: ReadonlySet<string>,
  otherLabel: string,
): readonly FormGroup[] => {
  const usable = (name: string): FormField[] => {
    const field = noun.fields[name]
    return field === undefined || !field.writable || (controlOf(field) === 'none' && !overrides.has(name)) ? [] : [{ name, field }]
  }
  const named = new Set(groups.flatMap(({ fields }) => fields))
  const rest = Object.keys(noun.fields).filter((name) => !named.has(name)).flatMap(usable)
  const made: FormGroup[] = groups.map(({ key, label, fields }) => ({ key, label, fields: fields.flatMap(usable) }))
  if (rest.length > 0) made.push({ key: 'other', label: groups.length === 0 ? undefined : otherLabel, fields: rest })
  return made.filter(({ fields }) => fields.length > 0)
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (typeof value === 'string' && value.trim() === '')

const same = (a: unknown, b: unknown): boolean => {
  if (isEmpty(a) && isEmpty(b)) return true
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** Input of `create`: what was entered, without the fields left empty. */
export const createInput = (fields: readonly FormField[], values: Values): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = values[name]
      return isEmpty(value) ? [] : [[name, typeof value === 'string' ? value.trim() : value]]
    }),
  )

/** Values of `update`: only what differs from the record; a field that was emptied becomes null. */
export const changedInput = (fields: readonly FormField[], before: Values, values: Values): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = values[name]
      if (same(before[name], value)) return []
      return [[name, isEmpty(value) ? null : typeof value === 'string' ? value.trim() : value]]
    }),
  )
