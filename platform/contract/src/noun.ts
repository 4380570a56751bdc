import { z } from 'zod'
import { someOf, type Field, type Fields } from './field.ts'

type RowShape<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer S, true> ? S : F[K] extends Field<infer S> ? z.ZodNullable<S> : never
}
type ListedShape<F extends Fields> = {
  [K in keyof F as F[K] extends { readonly recordOnly: true } ? never : K]: F[K] extends { readonly brief: true } ? typeof someOf : RowShape<F>[K]
}
type CreateShape<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer S, true>
    ? S
    : F[K] extends Field<infer S>
      ? z.ZodOptional<z.ZodNullable<S>>
      : never
}
type UpdateShape<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer S, true>
    ? z.ZodOptional<S>
    : F[K] extends Field<infer S>
      ? z.ZodOptional<z.ZodNullable<S>>
      : never
}

/** What every record carries besides its own fields. */
export const recordBase = {
  id: z.uuid(),
  /** Human reference such as `A-0042`, unique within the organisation and noun, never reused. */
  reference: z.string(),
  /** Counts changes; sent back with a write, refused with 409 when somebody else was faster. */
  version: z.int().min(1),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
  /** Actions that this caller may take on this record. */
  allowed: z.array(z.string()),
}
export type RecordBase = z.output<z.ZodObject<typeof recordBase>>

export interface NounSpec<F extends Fields> {
  /** Singular, camelCase: permission prefix, history noun and message key. */
  readonly name: string
  /** Room that the noun lives in: the top-level key of its messages. */
  readonly room: string
  /** Prefix of the human reference, `A` in `A-0042`. */
  readonly prefix: string
  /** Field that names a record in lists, links and search. */
  readonly label: keyof F & string
  /** Fields holding persons who count as owners of the record for the scope "own". */
  readonly owners?: readonly (keyof F & string)[]
  /** Field holding the unit that the record belongs to for the scope "unit". */
  readonly unit?: keyof F & string
  readonly fields: F
}

export interface Noun<F extends Fields = Fields> extends NounSpec<F> {
  readonly row: z.ZodObject<RowShape<F> & typeof recordBase>
  /** A row as lists give it. */
  readonly listed: z.ZodObject<ListedShape<F> & typeof recordBase>
  readonly create: z.ZodObject<CreateShape<F>>
  readonly update: z.ZodObject<UpdateShape<F>>
}

/** Declares a noun once; schemas, list columns, forms, import columns, history labels and messages follow from it. */
export const noun = <const F extends Fields>(spec: NounSpec<F>): Noun<F> => {
  const row: Record<string, z.ZodType> = {}
  const listed: Record<string, z.ZodType> = {}
  const create: Record<string, z.ZodType> = {}
  const update: Record<string, z.ZodType> = {}
  for (const [key, field] of Object.entries(spec.fields)) {
    row[key] = field.required ? field.schema : field.schema.nullable()
    if (field.recordOnly !== true) listed[key] = field.brief === true ? someOf : row[key]
    if (!field.writable) continue
    create[key] = field.required ? field.schema : field.schema.nullable().optional()
    update[key] = field.required ? field.schema.optional() : field.schema.nullable().optional()
  }
  return {
    ...spec,
    row: z.object({ ...row, ...recordBase }) as never,
    listed: z.object({ ...listed, ...recordBase }) as never,
    create: z.strictObject(create) as never,
    update: z.strictObject(update) as never,
  }
}

export type Row<N extends { readonly row: z.ZodType }> = z.output<N['row']>

/** A noun of any shape, for kits that treat all nouns alike. */
export interface AnyNoun extends Omit<NounSpec<Fields>, 'label' | 'owners' | 'unit'> {
  readonly label: string
  readonly owners?: readonly string[]
  readonly unit?: string
  readonly row: z.ZodObject
  readonly listed: z.ZodObject
  readonly create: z.ZodObject
  readonly update: z.ZodObject
}

/** Messages that a noun needs: names of the noun, of each field, of each value of each enumerated field. */
export interface NounMessages<F extends Fields> {
  readonly one: string
  readonly many: string
  /** One sentence saying what the register is for, shown above it and when it is empty. */
  readonly about: string
  readonly fields: { readonly [K in keyof F]: string }
  readonly values: {
    readonly [K in keyof F as F[K] extends Field<z.ZodEnum | z.ZodArray<z.ZodEnum>> ? K : never]: Readonly<
      Record<EnumValues<F[K]>, string>
    >
  }
  /** What each step of a scale means, a sentence each, shown where a level is chosen: `levels.confidentiality['5']`. */
  readonly levels?: { readonly [K in keyof F]?: Readonly<Record<string, string>> }
  /** Words for entries of the history that are not created, updated, archived or restored: `approved`, `attested`. */
  readonly actions?: Readonly<Record<string, string>>
}
type EnumValues<T> =
  T extends Field<z.ZodEnum<infer E>> ? keyof E & string
  : T extends Field<z.ZodArray<z.ZodEnum<infer E>>> ? keyof E & string
  : never
export type MessagesOf<N> = N extends { readonly fields: infer F extends Fields } ? NounMessages<F> : never
