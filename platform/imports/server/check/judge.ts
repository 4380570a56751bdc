import type { Field, HengError } from '@heng/contract'
import { allows, canonicalJson, newIds, resourceOf, rowsByIds, type Ctx, type Draft, type StoredRow, type Values } from '@heng/server-kit'
import type { RowAction } from '../../contract/index.ts'
import type { RowDraft } from './draft.ts'
import { heldByOthers, uniqueValues, withStanding } from './further.ts'
import type { Said } from '../target/further.ts'
import { withImplied } from '../target/implied.ts'
import { findMatches, keyOf } from './match.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import { refuseByRules } from './rules.ts'
import type { Seen } from './seen.ts'
import { claimsOf, takenBy, type Claim } from './unique.ts'

/** What a row will do, and why it will not. */
export interface Judged {
  readonly row: RowDraft['row']
  action: RowAction
  readonly record: string | null
  readonly version: number | null
  readonly label: string | null
  readonly values: Values
  readonly before: Values | null
  readonly problems: Problem[]
  /** What the file says of the record, changed or not. */
  readonly given: Values
  readonly waiting: RowDraft['waiting']
  /** The record as it would become, for the rules. */
  readonly draft: Draft | null
}

const asSet = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : (value ?? null))
const same = (field: Field, a: unknown, b: unknown): boolean =>
  field.kind === 'records' || field.kind === 'tags' ? canonicalJson(asSet(a)) === canonicalJson(asSet(b)) : a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null)

const emptyOf = ({ kind }: Field): unknown => (kind === 'records' || kind === 'tags' ? [] : null)

const problem = (code: string, field: string | null = null, params?: Problem['params']): Problem => ({ field, column: null, code, params })

const missing = (plan: Plan, values: Values, keys: readonly string[]): Problem[] =>
  keys.filter((key) => (values[key] ?? null) === null && plan.required.includes(key)).map((key) => {
    const from = plan.implied.find(({ field }) => field === key)?.from
    return from === undefined ? problem('required', key) : problem('requiredOr', key, { other: from })
  })

const creation = (ctx: Ctx, plan: Plan, draft: RowDraft, id: string): Judged => {
  const at = ctx.now.toISOString()
  const own: Values = {}
  for (const key of Object.keys(draft.values)) if (draft.values[key] !== null) own[key] = draft.values[key]
  // What the row says, and what follows from it, goes before what was said for all rows.
  const values: Values = { ...plan.defaults, ...withImplied(plan.implied, own) }
  const after: StoredRow = { ...plan.blank, id, reference: '', version: 1, createdAt: at, updatedAt: at, archivedAt: null }
  for (const key of Object.keys(values)) after[key] = values[key]
  // A required value that the row has but says wrongly is one mistake, not two; so is one that would follow from it.
  const wrong = new Set([...draft.problems, ...draft.waiting].map(({ field }) => field))
  const required = wrong.size === 0 ? plan.required : plan.required.filter((key) => !wrong.has(key) && !plan.implied.some(({ field, from }) => field === key && wrong.has(from)))
  return judged(plan, draft, 'create', { values, record: id, draft: { before: null, after }, problems: missing(plan, values, required) })
}

const change = (ctx: Ctx, plan: Plan, draft: RowDraft, before: StoredRow, kept: Said): Judged => {
  const { fields } = plan.target
  const wanted: Values = { ...draft.values }
  if (!plan.mapping.keepEmpty) for (const key of draft.emptied) wanted[key] = emptyOf(fields[key]!)
  for (const [key, stays] of Object.entries(kept)) if (key in wanted) wanted[key] = [...new Set([...(wanted[key] as string[]), ...stays])].sort()
  const values = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => !same(fields[key]!, value, before[key])))
  const keys = Object.keys(values)
  const after: StoredRow = { ...before, ...values, version: before.version + 1, updatedAt: ctx.now.toISOString() }
  return judged(plan, draft, keys.length === 0 ? 'unchanged' : 'update', {
    values, record: before.id, version: before.version, before: Object.fromEntries(keys.map((key) => [key, before[key] ?? null])),
    draft: { before, after }, problems: missing(plan, after, keys),
  })
}

const judged = (plan: Plan, { row, values, problems, waiting }: RowDraft, action: RowAction, more: Partial<Judged> = {}): Judged => {
  const label = values[plan.reg.noun.label] ?? more.draft?.before?.[plan.reg.noun.label]
  const all = [...problems, ...(more.problems ?? [])]
  return {
    row, record: null, version: null, values: {}, before: null, draft: null, given: values, waiting, ...more,
    label: typeof label === 'string' ? label.slice(0, 200) : null,
    action: all.length > 0 ? 'error' : action,
    problems: all,
  }
}

/** What the caller may not do to this record, or to the one it would become. */
const forbidden = (ctx: Ctx, plan: Plan, { before, after }: Draft): Problem[] => {
  const write = `${plan.reg.noun.name}:write` as const
  if (before !== null && !allows(ctx, write, resourceOf(plan.reg, before))) return [problem('forbiddenRecord')]
  return allows(ctx, write, resourceOf(plan.reg, after)) ? [] : [problem('forbidden', plan.reg.noun.unit ?? null)]
}

/** A chunk of rows with the records that each may mean. */
export interface Matched {
  readonly drafts: readonly RowDraft[]
  readonly keys: readonly (readonly unknown[] | null)[]
  readonly matches: readonly (readonly string[])[]
}

/** Looks for the records that a chunk of rows may mean; one statement. */
export const matchRows = async (ctx: Ctx, plan: Plan, drafts: readonly RowDraft[]): Promise<Matched> => {
  // A record is looked for as it would be created: with the defaults of the fields that recognise it.
  const fallback = Object.fromEntries(Object.entries(plan.defaults).filter(([key]) => plan.mapping.matchBy.includes(key)))
  const keyed = drafts.map(({ reference, values, row }) => ({ reference, values: { ...fallback, ...values }, extra: row.extra ?? {} }))
  const keys = keyed.map((row) => keyOf(plan, row))
  return { drafts, keys, matches: await findMatches(ctx, plan, keyed, keys) }
}

/** Judges a chunk of rows: what each would do, all reasons against it; statements per chunk, never per row. */
export const judgeRows = async (ctx: Ctx, plan: Plan, seen: Seen, { drafts, keys, matches }: Matched): Promise<Judged[]> => {
  const { mapping, reg } = plan
  const ids = [...new Set(matches.flatMap((found) => (found.length === 1 ? found : [])))]
  const current = new Map(ids.length === 0 ? [] : (await withStanding(ctx, plan.target, await rowsByIds(ctx, reg, ids))).map((one) => [one.row.id, one]))
  const fresh = newIds(drafts.length)
  const rows = drafts.map((draft, i): Judged => {
    const found = matches[i]!
    const key = keys[i]!
    const twice = key === null ? undefined : seen.note(`k ${JSON.stringify(key)}`, draft.row.line, null, 'twice')
    if (twice !== undefined) draft.problems.push(problem('twice', null, { line: twice }))
    if (found.length > 1) draft.problems.push(problem('matchAmbiguous', null, { count: found.length }))
    const stands = found.length === 1 ? current.get(found[0]!) : undefined
    if (stands !== undefined) {
      const before = stands.row
      const same = plan.customKey === undefined ? undefined : seen.note(`r ${before.id}`, draft.row.line, null, 'twice')
      if (same !== undefined) draft.problems.push(problem('twice', null, { line: same }))
      return mapping.onMatch === 'skip' ? judged(plan, draft, 'skip', { record: before.id, version: before.version }) : change(ctx, plan, draft, before, stands.kept)
    }
    if (found.length > 1) return judged(plan, draft, 'error')
    if (mapping.matchBy[0] === 'reference' && draft.reference !== null) {
      draft.problems.push(problem('referenceUnknown', 'reference', { value: draft.reference.slice(0, 80) }))
      return judged(plan, draft, 'error')
    }
    if (key === null && mapping.matchBy.length > 0 && mapping.matchBy[0] !== 'reference' && plan.customKey === undefined) {
      // A cell that was not understood is one mistake, not two.
      if (!draft.problems.some(({ field }) => field !== null && mapping.matchBy.includes(field))) draft.problems.push(problem('keyEmpty', mapping.matchBy.at(-1)!))
    }
    return mapping.onMissing === 'skip' ? judged(plan, draft, 'skip') : creation(ctx, plan, draft, fresh[i]!)
  })
  const active = () => rows.filter((row) => row.draft !== null && (row.action === 'create' || row.action === 'update'))
  const refuse = (row: Judged, problems: readonly Problem[]) => {
    if (problems.length === 0) return
    row.problems.push(...problems)
    row.action = 'error'
  }
  await refuseTaken(ctx, plan, seen, active(), refuse)
  await refuseHeld(ctx, plan, seen, active(), refuse)
  await refuseByRules(ctx, plan, active().map((row) => ({ row, draft: row.draft! })), (row, error: HengError) => refuse(row, problemsOf(error)))
  for (const row of active()) refuse(row, forbidden(ctx, plan, row.draft!))
  return rows
}

const refuseTaken = async (ctx: Ctx, plan: Plan, seen: Seen, rows: readonly Judged[], refuse: (row: Judged, problems: Problem[]) => void): Promise<void> => {
  if (plan.unique.length === 0) return
  const claims = new Map<Judged, Claim[]>(rows.map((row) => [row, claimsOf(plan, row.values)]))
  const taken = await takenBy(ctx, plan, [...claims.values()].flat())
  for (const [row, own] of claims) {
    for (const { field, key } of own) {
      const holder = taken.get(`${field} ${key}`)
      if (holder !== undefined && holder !== row.record) refuse(row, [problem('duplicate', field, { value: key.slice(0, 80) })])
      const first = seen.note(`u ${field} ${key}`, row.row.line, field, 'twiceUnique')
      if (first !== undefined) refuse(row, [problem('twiceUnique', field, { line: first, value: key.slice(0, 80) })])
    }
  }
}

/** As `refuseTaken`, for the unique ones of the room's own columns. */
const refuseHeld = async (ctx: Ctx, plan: Plan, seen: Seen, rows: readonly Judged[], refuse: (row: Judged, problems: readonly Problem[]) => void): Promise<void> => {
  for (const [row, problems] of await heldByOthers(ctx, plan.target, rows)) refuse(row, problems)
  for (const row of rows) {
    for (const { column, value } of uniqueValues(plan.target, row.given)) {
      const first = seen.note(`u ${column} ${value}`, row.row.line, column, 'twiceUnique')
      if (first !== undefined) refuse(row, [problem('twiceUnique', column, { line: first, value: value.slice(0, 80) })])
    }
  }
}

/** An error of a noun's own rules as reasons of a row. */
export const problemsOf = (error: HengError): Problem[] =>
  error.fields !== undefined && error.fields.length > 0
    ? error.fields.map(({ path, code, params }) => problem(code === 'custom' ? error.code : code, path, code === 'custom' ? error.params : params))
    : [problem(error.code, null, error.params)]
