import { field, type Locale } from '@heng/contract'
import type { NounKit } from '@heng/web-kit'
import type { Details } from '../api.ts'

/** A noun with the columns that its room adds for imports, so that they are named and shown like its fields. */
export const furtherKit = (kit: NounKit, further: Details['further'], locale: Locale): NounKit => {
  if (further.length === 0) return kit
  const several = { ...field.text({ sortable: false }), kind: 'tags' as const }
  return {
    ...kit,
    noun: { ...kit.noun, fields: { ...kit.noun.fields, ...Object.fromEntries(further.map(({ name }) => [name, several])) } },
    text: { ...kit.text, fields: { ...kit.text.fields, ...Object.fromEntries(further.map(({ name, title }) => [name, title[locale]])) } },
  }
}
