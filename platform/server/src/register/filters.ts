import { HengError, type Field, type ListQuery, type Locale } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { reach } from '../authorise/authorise.ts'
import { searchTerms } from '../search/grams.ts'
import { columnIn, columnsOf, snake } from './columns.ts'
import type { AnyRegister } from './types.ts'

type Condition = RawBuilder<unknown>

/** The SQL of a field: its column (the reader's one of a text in both languages), its computed expression, or the amount of a money field. */
export const expressionOf = (reg: AnyRegister, key: string, field: Field, locale: Locale): Condition => {
  const computed = reg.computed[snake(key)]
  if (computed !== undefined) return sql`(${computed})`
  if (field.bilingual === true) return sql.ref(`t.${columnIn(locale, key)}`)
  return sql.ref(`t.${snake(key)}${field.kind === 'money' ? '_minor' : ''}`)
}

export const fieldFor = (reg: AnyRegister, key: string, ability: 'filterable' | 'sortable'): Field => {
  const field = Object.hasOwn(reg.noun.fields, key) ? reg.noun.fields[key] : undefined
  if (field?.[ability]) return field
  const allowed = Object.entries(reg.noun.fields).filter(([, f]) => f[ability]).map(([k]) => k).join(', ')
  throw new HengError('unknownField', { status: 400, params: { field: key.slice(0, 60), allowed } })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const bad = (field: string, value: string) => new HengError('badFilter', { status: 400, params: { field, value } })

const sqlBound: Readonly<Partial<Record<Field['kind'], string>>> = { date: 'date', timestamp: 'timestamptz', number: 'double precision' }
const whole = new Set(['integer', 'level', 'money'])

/** Beyond every amount that a whole column holds and that a number holds exactly. */
const largest = Number.MAX_SAFE_INTEGER

/** One end of a range, as SQL of the column's own type: compared with another type, its index would be lost. Null where the end is open. */
const bound = (key: string, field: Field, text: string, round: (value: number) => number): Condition | null => {
  if (text === '') return null
  const isDay = field.kind === 'date' || field.kind === 'timestamp'
  const fits = isDay ? /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)) : Number.isFinite(Number(text))
  if (!fits) throw bad(key, text)
  if (whole.has(field.kind)) return sql`cast(${String(Math.max(-largest, Math.min(largest, round(Number(text)))))} as bigint)`
  return sql`cast(${text} as ${sql.raw(sqlBound[field.kind] ?? 'numeric')})`
}

/**
 * Whether a text holds a part, capital or not. By Unicode and not by a language's own rules of sorting, which would take three
 * times as long; and where the part has no capitals, such as Chinese, the text is taken as it is.
 */
const partOf = (column: Condition, part: string): Condition =>
  part.toLowerCase() === part.toUpperCase() ? sql`strpos(${column} collate pg_c_utf8, ${part}) > 0` : sql`strpos(lower(${column} collate pg_c_utf8), lower(${part} collate pg_c_utf8)) > 0`

const one = (reg: AnyRegister, key: string, field: Field, value: string, locale: Locale): Condition => {
  if (field.kind === 'records') {
    const link = reg.links[key]
    if (link === undefined) throw bad(key, value)
    const inner = sql`select 1 from ${sql.table(link.table)} l where l.org_id = t.org_id and l.${sql.ref(link.own)} = t.id`
    if (value === '-') return sql`not exists (${inner})`
    if (!uuid.test(value)) throw bad(key, value)
    return sql`exists (${inner} and l.${sql.ref(link.other)} = ${value}::uuid)`
  }
  const column = expressionOf(reg, key, field, locale)
  if (value === '-') return sql`${column} is null`
  switch (field.kind) {
    case 'enum': case 'code':
      return sql`${column} = ${value}`
    case 'tags':
      return sql`${value} = any(${column})`
    case 'boolean':
      if (value !== 'true' && value !== 'false') throw bad(key, value)
      return sql`${column} = ${value === 'true'}`
    case 'person': case 'unit': case 'record':
      if (!uuid.test(value)) throw bad(key, value)
      return sql`${column} = ${value}::uuid`
    case 'text': case 'longText':
      return partOf(column, value)
    default: {
      const [from = '', to = ''] = value.includes('..') ? value.split('..', 2) : [value, value]
      const [low, high] = [bound(key, field, from, Math.ceil), bound(key, field, to, Math.floor)]
      const ends = [...(low === null ? [] : [sql`${column} >= ${low}`]), ...(high === null ? [] : [sql`${column} <= ${high}`])]
      return ends.length === 0 ? sql`true` : sql.join(ends, sql` and `)
    }
  }
}

const equality = new Set(['enum', 'code', 'person', 'unit', 'record'])

/** What a filter of one field asks for. */
export const filterOf = (reg: AnyRegister, key: string, given: string | readonly string[], locale: Locale): Condition => {
  const field = fieldFor(reg, key, 'filterable')
  const values = typeof given === 'string' ? [given] : given
  if (equality.has(field.kind) && !values.includes('-') && values.length > 1) {
    const isId = field.kind !== 'enum' && field.kind !== 'code'
    const wrong = isId ? values.find((v) => !uuid.test(v)) : undefined
    if (wrong !== undefined) throw bad(key, wrong)
    return sql`${expressionOf(reg, key, field, locale)} = any(${values}::${sql.raw(isId ? 'uuid' : 'text')}[])`
  }
  return sql`(${sql.join(values.map((v) => sql`(${one(reg, key, field, v, locale)})`), sql` or `)})`
}

/** Records that the caller's roles reach, as a condition, so that a list shows exactly what may be seen. */
export const reachCondition = (ctx: Ctx, reg: AnyRegister): Condition | null => {
  const [reached, { kinds }] = [ownReach(ctx, reg), reg.options]
  if (kinds === undefined || ctx.caller.system) return reached
  const held = Object.entries(kinds.permissions).flatMap(([kind, permission]) => (reach(ctx, permission).kind === 'all' ? [kind] : []))
  const ofKind = sql`t.${sql.ref(snake(kinds.field))} = any(${held}::text[])`
  return reached === null ? ofKind : sql`(${reached} and ${ofKind})`
}

const ownReach = (ctx: Ctx, reg: AnyRegister): Condition | null => {
  const r = reach(ctx, `${reg.noun.name}:read`)
  if (r.kind === 'all') return null
  if (r.kind === 'none') return sql`false`
  const parts: Condition[] = []
  if (reg.noun.unit !== undefined && r.unitIds.length > 0) parts.push(sql`t.${sql.ref(snake(reg.noun.unit))} = any(${r.unitIds}::uuid[])`)
  if (r.personId !== null) {
    for (const owner of reg.noun.owners ?? []) parts.push(sql`t.${sql.ref(snake(owner))} = ${r.personId}::uuid`)
    if (reg.options.alsoOwn !== undefined) parts.push(reg.options.alsoOwn(r.personId))
  }
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

/** Everything a list query says, as conditions on `t`: what holds for every list of the register, and what was asked beyond it. */
export const conditionsOf = (ctx: Ctx, reg: AnyRegister, query: ListQuery): { standing: Condition[]; asked: Condition[] } => {
  const standing: Condition[] = [sql`t.org_id = ${ctx.org.id}`]
  const archived = query.archived ?? 'active'
  if (archived !== 'all') standing.push(archived === 'active' ? sql`t.archived_at is null` : sql`t.archived_at is not null`)
  const reached = reachCondition(ctx, reg)
  const filters = Object.entries(query.filter ?? {}).map(([key, value]) => filterOf(reg, key, value, ctx.locale))
  const words = ctx.asOf === null ? null : wordsThen(reg, query)
  return { standing, asked: [...(reached === null ? [] : [reached]), ...filters, ...(words === null ? [] : [words])] }
}

/** The search knows today's words only: of the past, the texts that are searched are looked through themselves. */
const wordsThen = (reg: AnyRegister, { q = '' }: ListQuery): Condition | null => {
  const { needles } = searchTerms(q)
  if (needles.length === 0) return null
  const columns = Object.entries(reg.noun.fields)
    .filter(([key, field]) => (field.searchable || key === reg.noun.label) && !reg.virtual.has(key))
    .flatMap(([key, field]) => columnsOf(key, field).filter((c) => c.type === 'text').map((c) => sql.ref(`t.${c.name}`)))
  const text = sql`lower(concat_ws(' ', t.reference, ${sql.join(columns)}) collate pg_c_utf8)`
  return sql.join(needles.map((needle) => sql`strpos(${text}, ${needle}) > 0`), sql` and `)
}

const archivedFlag = ({ archived = 'active' }: ListQuery): boolean | null => (archived === 'all' ? null : archived === 'archived')

/** What a query searches for, as statements that give `record_id`; null when nothing is searched for. */
export interface Searched {
  /** Every record that holds all words, or the first `most` met. */
  readonly all: (most?: number) => Condition
  /** Those among the ids that another statement gives. */
  readonly among: (ids: Condition) => Condition
}

export const searched = (reg: AnyRegister, query: ListQuery): Searched | null => {
  const { wanted, needles, unproven } = searchTerms(query.q ?? '')
  if (needles.length === 0) return null
  const words = sql`${reg.noun.name}, ${wanted}::text[], ${unproven}::text[]`
  return {
    all: (most) => sql`select record_id from heng_search(${words}, ${archivedFlag(query)}::boolean, ${most ?? null}::integer)`,
    among: (ids) => sql`select record_id from heng_search_among(${words}, array(${ids}))`,
  }
}
