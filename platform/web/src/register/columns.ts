import type { AnyNoun, FieldKind } from '@heng/contract'

export interface Column {
  readonly name: string
  /** Least width in CSS pixels; the label column takes what is left. */
  readonly width: number
  readonly align: 'start' | 'end'
  readonly sortable: boolean
}

const widths: Readonly<Record<FieldKind, number>> = {
  text: 190, longText: 280, integer: 88, level: 130, number: 110, boolean: 92, enum: 152, tags: 190,
  date: 138, timestamp: 172, money: 138, person: 152, unit: 186, record: 180, records: 220, code: 170, json: 0,
}
const figures = new Set<FieldKind>(['integer', 'number', 'money'])
const baseColumns = ['createdAt', 'updatedAt'] as const

/** Whether the name of a record may be a sentence: then lines of the register grow to as many lines of text as it takes. */
export const isSentence = ({ fields, label }: AnyNoun): boolean => (fields[label]?.max ?? 0) >= 400

/** Beside a sentence, which needs the room; units and persons then go over two lines, too. */
const besideSentence: Readonly<Partial<Record<FieldKind, number>>> = { level: 120, person: 140, unit: 124, enum: 140 }

const widthOf = (noun: AnyNoun, name: string, kind: FieldKind): number => {
  const sentence = isSentence(noun)
  if (name === noun.label) return sentence ? 324 : 230
  return (sentence ? besideSentence[kind] : undefined) ?? widths[kind]
}

const column = (noun: AnyNoun, name: string): Column | undefined => {
  if (name === 'reference') return { name, width: 104, align: 'start', sortable: true }
  if (name === 'createdAt' || name === 'updatedAt') return { name, width: widths.timestamp, align: 'start', sortable: true }
  const field = noun.fields[name]
  if (field === undefined || field.kind === 'json' || field.recordOnly === true) return undefined
  return { name, width: widthOf(noun, name, field.kind), align: figures.has(field.kind) ? 'end' : 'start', sortable: field.sortable }
}

/** Every column that a viewer may choose: reference and label first, then the fields, then the times. */
export const possibleColumns = (noun: AnyNoun): readonly Column[] => {
  const names = ['reference', noun.label, ...Object.keys(noun.fields).filter((name) => name !== noun.label), ...baseColumns]
  return names.flatMap((name) => column(noun, name) ?? [])
}

/** Columns shown to a viewer who chose none. */
export const standardColumns = (noun: AnyNoun): readonly string[] => [
  'reference',
  noun.label,
  ...Object.entries(noun.fields).flatMap(([name, field]) => (name !== noun.label && field.inList ? [name] : [])),
]

/** The chosen columns in their fixed order. Reference and label always stay: a line without a name is of no use. */
export const shownColumns = (noun: AnyNoun, chosen: readonly string[]): readonly Column[] => {
  const wanted = new Set(['reference', noun.label, ...chosen])
  return possibleColumns(noun).filter(({ name }) => wanted.has(name))
}
