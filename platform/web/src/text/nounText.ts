import type { AnyNoun } from '@heng/contract'
import type { KitText } from './text.ts'

/** Messages of a noun whose fields are known only at run time; see `NounMessages` of the contract. */
export interface AnyNounText {
  readonly one: string
  readonly many: string
  readonly about: string
  readonly fields: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly actions?: Readonly<Record<string, string>>
  readonly levels?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Finds a noun's messages in a room's catalogue, at `nouns.{name}`. Throws, naming the missing key. */
export const nounTextOf = (catalogue: unknown, noun: AnyNoun): AnyNounText => {
  const text = (catalogue as { nouns?: Record<string, AnyNounText> } | undefined)?.nouns?.[noun.name]
  if (text === undefined) throw new Error(`Messages of room "${noun.room}" lack nouns.${noun.name}`)
  return text
}

/** A noun's name within a sentence: “Risk” as in “New risk”; names that are abbreviations stay. */
export const inSentence = (name: string): string => (/^\p{Lu}\p{Ll}+(?:[\s-]|$)/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name)

const baseKeys = ['reference', 'createdAt', 'updatedAt', 'archivedAt'] as const
const isBaseKey = (key: string): key is (typeof baseKeys)[number] => baseKeys.includes(key as never)

/** Label of a field, also of those that every record carries. Falls back to the key so that a gap shows. */
export const fieldLabel = (text: AnyNounText, kit: KitText, key: string): string =>
  text.fields[key] ?? (isBaseKey(key) ? kit.base[key] : key)

/** Words for a value of an enumerated field. */
export const valueLabel = (text: AnyNounText, key: string, value: string): string => text.values[key]?.[value] ?? value

/** Words for a step of a scale: the noun's own (`values.{field}.{n}`), else the five of GB/T 20984, else none. */
export const levelLabel = (text: AnyNounText | undefined, kit: KitText, key: string, value: number, max = 5): string => {
  const own = text?.values[key]?.[String(value)]
  if (own !== undefined) return own
  return max === 5 ? ((kit.levels as Record<string, string>)[String(value)] ?? '') : ''
}

/** What a step of a scale means, where the noun says so. */
export const levelMeaning = (text: AnyNounText | undefined, key: string, value: number): string | undefined => text?.levels?.[key]?.[String(value)]

/** What a record is called: its label field, in words where that is a closed list; its reference where it has no label. */
export const recordTitle = ({ noun, text }: { readonly noun: AnyNoun; readonly text: AnyNounText }, row: { readonly reference: string; readonly [key: string]: unknown }): string => {
  const value = row[noun.label]
  if (value === null || value === undefined) return row.reference
  return noun.fields[noun.label]?.kind === 'enum' ? valueLabel(text, noun.label, value as string) : String(value)
}
