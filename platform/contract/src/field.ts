import { z } from 'zod'

export type FieldKind =
  | 'text' | 'longText' | 'integer' | 'level' | 'number' | 'boolean' | 'enum' | 'tags'
  | 'date' | 'timestamp' | 'money' | 'person' | 'unit' | 'record' | 'records' | 'code' | 'json'

/** How a field behaves on every surface: validation, list, filter, import, form, export. */
export interface Field<S extends z.ZodType = z.ZodType, R extends boolean = boolean> {
  readonly kind: FieldKind
  readonly schema: S
  readonly required: R
  /** Shown as a column of the register unless the viewer hides it. */
  readonly inList: boolean
  readonly sortable: boolean
  readonly filterable: boolean
  /** Its words are found by the register's and the global search. */
  readonly searchable: boolean
  /** May be set by create, update and import; `false` for values that the server derives. */
  readonly writable: boolean
  /** Allowed values of `enum` and `tags`. */
  readonly values?: readonly string[]
  readonly min?: number
  readonly max?: number
  /** Noun that a `record` or `records` field points to. */
  readonly target?: string
  /** Vocabulary that a `code` field takes its values from. */
  readonly vocabulary?: string
  /** A text that the product itself may write: then it is kept in both languages, and each reader sees it in their own. */
  readonly bilingual?: boolean
  /** `records` of which there may be many: the row of a list tells how many and the first few, the record all of them. */
  readonly brief?: boolean
  /** Told by the record alone: the rows of a list leave it out. */
  readonly recordOnly?: boolean
}

interface Options {
  readonly inList?: boolean
  readonly sortable?: boolean
  readonly filterable?: boolean
  readonly searchable?: boolean
  readonly writable?: boolean
}
type Required = Options & { readonly required: true }

const build = <S extends z.ZodType>(
  kind: FieldKind,
  schema: S,
  defaults: Omit<Field, 'kind' | 'schema' | 'required' | 'writable'>,
  options: Options & { readonly required?: boolean },
): Field<S> => ({
  kind,
  schema,
  ...defaults,
  writable: options.writable ?? true,
  required: options.required ?? false,
  inList: options.inList ?? defaults.inList,
  sortable: options.sortable ?? defaults.sortable,
  filterable: options.filterable ?? defaults.filterable,
  searchable: options.searchable ?? defaults.searchable,
})

const plain = { inList: true, sortable: true, filterable: true, searchable: false }
const hidden = { inList: false, sortable: false, filterable: false, searchable: false }

/** `required: true` makes the value non-null on every surface; otherwise null means "not given" or "not assessed". */
type Builder<S extends z.ZodType, O> = {
  (options: O & Required): Field<S, true>
  (options?: O & Options): Field<S, false>
}

// Control characters other than tab and line breaks never belong in a text and break exports.
const clean = (value: string): boolean => !/(?![\t\n\r])\p{Cc}/u.test(value)
const words = (max: number) => z.string().trim().min(1).max(max).refine(clean, { error: 'controlCharacter' })

export const text: Builder<z.ZodString, { max?: number; bilingual?: true }> = ((o: { max?: number; bilingual?: true } & Options = {}) =>
  build('text', words(o.max ?? 200), { ...plain, searchable: true, max: o.max ?? 200, bilingual: o.bilingual ?? false }, o)) as never
export const longText: Builder<z.ZodString, { max?: number }> = ((o: { max?: number } & Options = {}) =>
  build('longText', words(o.max ?? 10_000), { ...hidden, searchable: true, max: o.max ?? 10_000 }, o)) as never
export const integer: Builder<z.ZodInt, { min?: number; max?: number }> = ((
  o: { min?: number; max?: number } & Options = {},
) => {
  const [min, max] = [o.min ?? -2_147_483_648, o.max ?? 2_147_483_647]
  return build('integer', z.int().min(min).max(max), { ...plain, min, max }, o)
}) as never
export const number: Builder<z.ZodNumber, { min?: number; max?: number }> = ((
  o: { min?: number; max?: number } & Options = {},
) => {
  const [min, max] = [o.min ?? -1e15, o.max ?? 1e15]
  return build('number', z.number().min(min).max(max), { ...plain, min, max }, o)
}) as never
/** An ordinal value 1–`max` of a scale; null is "not assessed", a value of its own. */
export const level: Builder<z.ZodInt, { max?: number }> = ((o: { max?: number } & Options = {}) =>
  build('level', z.int().min(1).max(o.max ?? 5), { ...plain, min: 1, max: o.max ?? 5 }, o)) as never
export const boolean: Builder<z.ZodBoolean, object> = ((o: Options = {}) =>
  build('boolean', z.boolean(), plain, o)) as never
export const date: Builder<z.ZodISODate, object> = ((o: Options = {}) => build('date', z.iso.date(), plain, o)) as never
export const timestamp: Builder<z.ZodISODateTime, object> = ((o: Options = {}) =>
  build('timestamp', z.iso.datetime({ offset: true }), plain, o)) as never

export const moneySchema = z.object({
  /** Minor units (cents, fen): never a float. */
  minor: z.int().min(0).max(9_000_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type Money = z.output<typeof moneySchema>
export const money: Builder<typeof moneySchema, object> = ((o: Options = {}) =>
  build('money', moneySchema, plain, o)) as never

export const person: Builder<z.ZodUUID, object> = ((o: Options = {}) =>
  build('person', z.uuid(), { ...plain, sortable: false, target: 'person' }, o)) as never
export const unit: Builder<z.ZodUUID, object> = ((o: Options = {}) =>
  build('unit', z.uuid(), { ...plain, sortable: false, target: 'unit' }, o)) as never

/** Reference to one record of another noun. */
export const record = ((target: string, o: Options & { required?: boolean } = {}) =>
  build('record', z.uuid(), { ...plain, sortable: false, target }, o)) as {
  (target: string, options: Required): Field<z.ZodUUID, true>
  (target: string, options?: Options): Field<z.ZodUUID, false>
}

/** What the row of a list tells of a `brief` field. */
export const someOf = z.object({ count: z.int(), first: z.array(z.uuid()) })
export type SomeOf = z.output<typeof someOf>

/** References to several records of another noun, kept by a link table of the noun's own store. */
export const records = ((target: string, o: Options & { readonly brief?: true } = {}) =>
  build('records', z.array(z.uuid()).max(5_000), { ...hidden, target, brief: o.brief ?? false }, o)) as {
  (target: string, options: Options & { readonly brief: true }): Field<z.ZodArray<z.ZodUUID>, false> & { readonly brief: true }
  (target: string, options?: Options): Field<z.ZodArray<z.ZodUUID>, false>
}

export const oneOf = (<const V extends readonly [string, ...string[]]>(values: V, o: Options & { required?: boolean } = {}) =>
  build('enum', z.enum(values), { ...plain, values }, o)) as {
  <const V extends readonly [string, ...string[]]>(values: V, options: Required): Field<z.ZodEnum<{ [K in V[number]]: K }>, true>
  <const V extends readonly [string, ...string[]]>(values: V, options?: Options): Field<z.ZodEnum<{ [K in V[number]]: K }>, false>
}
/** A value of a vocabulary: a list too long or too much the organisation's own for `oneOf`, named in both languages by `vocabulary.get`. */
export const code = ((vocabulary: string, o: Options & { required?: boolean } = {}) =>
  build('code', z.string().min(1).max(80), { ...plain, vocabulary }, o)) as {
  (vocabulary: string, options: Required): Field<z.ZodString, true>
  (vocabulary: string, options?: Options): Field<z.ZodString, false>
}
/** Several values of a closed list. */
export const tags = <const V extends readonly [string, ...string[]]>(values: V, o: Options = {}) =>
  build('tags', z.array(z.enum(values)).max(values.length), { ...plain, sortable: false, values }, o) as Field<
    z.ZodArray<z.ZodEnum<{ [K in V[number]]: K }>>,
    false
  >
/** A structured value with its own schema, stored as jsonb; not listed, filtered or imported. */
export const json = (<S extends z.ZodType>(schema: S, o: Options & { required?: boolean } = {}) =>
  build('json', schema, hidden, o)) as {
  <S extends z.ZodType>(schema: S, options: Required): Field<S, true>
  <S extends z.ZodType>(schema: S, options?: Options): Field<S, false>
}

/** A field that only whoever reads one record looks at, and that would weigh on every row of a list. */
export const recordOnly = <F extends Field>(of: F): F & { readonly recordOnly: true } => ({ ...of, inList: false, sortable: false, filterable: false, recordOnly: true })

export type Fields = Readonly<Record<string, Field>>
