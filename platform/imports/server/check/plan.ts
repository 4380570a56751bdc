import { HengError } from '@heng/contract'
import type { AnyRegister, Ctx, Values } from '@heng/server-kit'
import type { Mapping } from '../../contract/index.ts'
import { fold, trimmed } from '../parse/fold.ts'
import { createResolver, piecesOf, type Resolver } from '../resolve/resolver.ts'
import { withImplied } from '../target/implied.ts'
import type { CustomKey, Implied } from '../target/support.ts'
import { siblingFields } from '../siblings/fields.ts'
import type { Target } from '../target/importable.ts'
import { uniqueFields, type UniqueField } from '../target/unique.ts'
import { blanksOf } from './blank.ts'
import { readerOf, type FieldReader } from './reader.ts'

export interface PlannedColumn {
  readonly column: number
  readonly field: string
  readonly reader: FieldReader
  readonly isBlank: (text: string) => boolean
  /** Folded text of the file → what is read instead. */
  readonly replaced: ReadonlyMap<string, string>
}

/** Everything that the rows of one file are worked out with. */
export interface Plan {
  readonly target: Target
  readonly reg: AnyRegister
  readonly mapping: Mapping
  readonly columns: readonly PlannedColumn[]
  /** Column that holds references, when there is one. */
  readonly reference: number | null
  readonly customKey: CustomKey | undefined
  readonly unique: readonly UniqueField[]
  /** Fields that recognise a record without regard to case. */
  readonly caseless: ReadonlySet<string>
  /** Fields that a record may not be without. */
  readonly required: readonly string[]
  readonly implied: readonly Implied[]
  /** Values of a new record before the row has its say. */
  readonly blank: Values
  readonly defaults: Values
  readonly resolver: Resolver
  /** Fields by which rows may name one another. */
  readonly siblings: ReadonlySet<string>
}

export const readWith = (reader: FieldReader, resolver: Resolver, text: string) =>
  'parse' in reader ? reader.parse(text) : reader.many ? resolver.many(reader.target, text) : resolver.one(reader.target, text)

const defaultsOf = async (ctx: Ctx, target: Target, mapping: Mapping, resolver: Resolver): Promise<Values> => {
  const values: Values = {}
  for (const [field, given] of Object.entries(mapping.defaults)) {
    const text = trimmed(given)
    if (text === '') continue
    const reader = await readerOf(ctx, target, field)
    if ('target' in reader) await resolver.learn(ctx, new Map([[reader.target, new Set(piecesOf(text))]]))
    const outcome = readWith(reader, resolver, text)
    if (!outcome.ok) {
      const params = { value: text, ...outcome.params }
      throw new HengError('invalid', { fields: [{ path: `mapping.defaults.${field}`, code: `import.cell.${outcome.code}`, params }] })
    }
    values[field] = outcome.value
  }
  return values
}

/** Prepares the reading of rows. Throws `invalid` when a default text is no value of its field. */
export const makePlan = async (ctx: Ctx, target: Target, mapping: Mapping): Promise<Plan> => {
  const { reg } = target
  const implied = target.support?.implied ?? []
  const resolver = createResolver()
  const unique = await uniqueFields(ctx, reg)
  const columns: PlannedColumn[] = []
  for (const { column, field } of mapping.columns) {
    if (field === 'reference') continue
    const replaced = new Map(Object.entries(mapping.valueMaps[field] ?? {}).map(([from, to]) => [fold(from), trimmed(to)]))
    columns.push({ column, field, reader: await readerOf(ctx, target, field), isBlank: blanksOf(target.fields[field]!.kind), replaced })
  }
  return {
    target, reg, mapping, columns, resolver,
    siblings: new Set(siblingFields(reg, mapping)),
    reference: mapping.columns.find(({ field }) => field === 'reference')?.column ?? null,
    customKey: target.support?.keys?.find(({ name }) => mapping.matchBy.length === 1 && mapping.matchBy[0] === name),
    unique,
    caseless: new Set(unique.filter(({ lower }) => lower).map(({ field }) => field)),
    required: Object.entries(reg.noun.fields).filter(([, f]) => f.writable && f.required).map(([key]) => key),
    blank: Object.fromEntries(Object.entries(reg.noun.fields).map(([key, f]) => [key, f.kind === 'records' || f.kind === 'tags' ? [] : null])),
    implied,
    defaults: withImplied(implied, await defaultsOf(ctx, target, mapping, resolver)),
  }
}
