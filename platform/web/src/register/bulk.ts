import type { AnyNoun, Field, FieldKind } from '@heng/contract'

/** Records of one bulk call, after `registerOperations`. */
export const bulkLimit = 1_000

// A name or a description is a record's own; the same text on a thousand records is a mistake.
const single = new Set<FieldKind>(['text', 'longText', 'json', 'records'])

/** Fields that make sense to set to one value on many records. */
export const bulkFields = (noun: AnyNoun): readonly (readonly [string, Field])[] =>
  Object.entries(noun.fields).filter(([name, field]) => field.writable && name !== noun.label && !single.has(field.kind))
