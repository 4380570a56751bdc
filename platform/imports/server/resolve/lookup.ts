import { locales, type Field } from '@heng/contract'
import { labelSql, namedInBoth, reachCondition, snake, type AnyRegister, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { UniqueField } from '../target/unique.ts'
import type { Forms } from './forms.ts'

/** A record that a text may mean. */
export interface Candidate {
  readonly id: string
  readonly reference: string
  readonly text: string
  /** The record above it, where the noun points to itself. */
  readonly parent: string | null
}
interface Found extends Candidate {
  readonly way: string
  readonly key: string
}

/** The field by which a noun points to itself, such as a unit to the one above. */
const selfField = (reg: AnyRegister): string | undefined =>
  Object.entries(reg.noun.fields).find(([key, f]: [string, Field]) => f.target === reg.noun.name && f.kind !== 'records' && !reg.virtual.has(key))?.[0]

const labelTexts = (reg: AnyRegister): RawBuilder<unknown>[] => (namedInBoth(reg) ? locales : locales.slice(0, 1)).flatMap((locale) => labelSql(reg, locale) ?? [])

/** Records by the way they were found and the text that found them. */
export type Matches = ReadonlyMap<string, readonly Candidate[]>
export const matchesBy = (matches: Matches, way: string, key: string): readonly Candidate[] => matches.get(`${way} ${key}`) ?? []

/** Looks all forms up at once: one statement, of one branch for each way of naming. Only what the caller may see is found. */
export const lookUp = async (ctx: Ctx, reg: AnyRegister, unique: readonly UniqueField[], forms: readonly Forms[]): Promise<Matches> => {
  const self = selfField(reg)
  const [text = sql`t.reference`] = labelTexts(reg)
  const base = sql`t.id, t.reference, coalesce(${text}, '') as text, ${self === undefined ? sql`null::uuid` : sql`t.${sql.ref(snake(self))}`} as parent
    from ${sql.table(reg.table)} t where t.org_id = ${ctx.org.id} and t.archived_at is null and ${reachCondition(ctx, reg) ?? sql`true`}`
  const branch = (way: string, key: RawBuilder<unknown>, type: 'text' | 'uuid', values: readonly string[]) =>
    values.length === 0 ? [] : [sql`select ${way}::text as way, ${key}::text as key, ${base} and ${key} = any(${[...new Set(values)]}::${sql.raw(type)}[])`]
  const texts = forms.flatMap((form) => form.texts)
  const branches = [
    ...branch('id', sql`t.id`, 'uuid', forms.flatMap(({ id }) => id ?? [])),
    ...branch('reference', sql`t.reference`, 'text', forms.flatMap(({ reference }) => reference ?? [])),
    ...unique.filter(({ field }) => !reg.virtual.has(field)).flatMap(({ field, lower }) => {
      const column = sql`t.${sql.ref(snake(field))}`
      return branch('unique', lower ? sql`lower(${column})` : column, 'text', lower ? texts.map((t) => t.toLowerCase()) : texts)
    }),
    ...labelTexts(reg).flatMap((label) => branch('label', label, 'text', [...texts, ...(self === undefined ? [] : forms.flatMap(({ path }) => path))])),
  ]
  const matches = new Map<string, Candidate[]>()
  if (branches.length === 0) return matches
  const { rows } = await sql<Found>`${sql.join(branches, sql` union all `)}`.execute(ctx.tx)
  for (const { way, key, ...candidate } of rows) {
    const at = `${way} ${key}`
    const known = matches.get(at) ?? []
    if (!known.some(({ id }) => id === candidate.id)) matches.set(at, [...known, candidate])
  }
  return matches
}
