import type { AnyNoun } from '@heng/contract'

export interface DetailGroup {
  readonly key: string
  readonly label: string | undefined
  readonly names: readonly string[]
}

/**
 * Fields of a record for reading, grouped as in the form; derived fields and those of no group come last.
 * A structured (`json`) field shows only where its room brings a renderer.
 */
export const detailGroups = (
  noun: AnyNoun,
  groups: readonly { readonly key: string; readonly label: string; readonly fields: readonly string[] }[],
  otherLabel: string,
  rendered: ReadonlySet<string>,
): readonly DetailGroup[] => {
  const known = (name: string) => noun.fields[name] !== undefined && (noun.fields[name].kind !== 'json' || rendered.has(name))
  const named = new Set(groups.flatMap(({ fields }) => fields))
  const rest = Object.keys(noun.fields).filter((name) => !named.has(name) && known(name))
  const made: DetailGroup[] = groups.map(({ key, label, fields }) => ({ key, label, names: fields.filter(known) }))
  if (rest.length > 0) made.push({ key: 'other', label: groups.length === 0 ? undefined : otherLabel, names: rest })
  return made.filter(({ names }) => names.length > 0)
}
