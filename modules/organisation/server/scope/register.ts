import { HengError } from '@heng/contract'
import { allows, canonicalJson, register, type ChangeAction, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ScopeContent } from '../../document/document.ts'
import { scope as noun, type ScopeBasis, type ScopeState } from '../../contract/scope.ts'
import { mayBecome } from './rules.ts'

const contents = ['name', 'edition', 'units', 'sites', 'businesses', 'systems', 'interfaces', 'exclusions', 'statementEn', 'statementZh'] as const

/** What top management approves, word for word: the statement and what it rests on. Ids in one order, so that equal content has equal hashes. */
export const snapshotOf = (row: StoredRow, basis: ScopeBasis) => ({
  ...Object.fromEntries(contents.map((key) => [key, row[key] ?? null])),
  units: (row.units as string[]).toSorted(),
  sites: (row.sites as string[]).toSorted(),
  basis,
})

export const contentOf = (row: StoredRow, basis: ScopeBasis): ScopeContent => ({
  businesses: row.businesses as string[],
  systems: row.systems as string[],
  interfaces: row.interfaces as ScopeContent['interfaces'],
  exclusions: row.exclusions as ScopeContent['exclusions'],
  statementEn: row.statementEn as string | null,
  statementZh: row.statementZh as string | null,
  basis,
})

const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  for (const { after } of drafts) for (const key of ['businesses', 'systems', 'interfaces', 'exclusions'] as const) after[key] ??= []
  const fresh = drafts.filter((d) => d.before === null)
  if (fresh.length === 0) return
  const { rows } = await sql<{ last: number }>`select coalesce(max(edition), 0)::int as last from scope where org_id = ${ctx.org.id}`.execute(ctx.tx)
  fresh.forEach(({ after }, i) => {
    after.state = 'draft'
    after.edition = rows[0]!.last + i + 1
  })
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

const checkFrozen = ({ before, after }: Draft, action: ChangeAction): void => {
  if (before === null) return
  const [was, is] = [before.state as ScopeState, after.state as ScopeState]
  if (was !== is && !mayBecome(was, is)) throw new HengError('organisation.scopeState', { status: 409, params: { state: was } })
  if (action !== 'updated' && was !== 'draft') throw new HengError('organisation.scopeFrozen', { status: 409 })
  if (was !== 'draft' && contents.some((key) => !same(before[key], after[key]))) throw new HengError('organisation.scopeFrozen', { status: 409 })
}

const check = async (ctx: Ctx, drafts: readonly Draft[], action: ChangeAction): Promise<void> => {
  for (const draft of drafts) checkFrozen(draft, action)
  if (action !== 'created' && action !== 'restored') return
  const { rows } = await sql<{ reference: string }>`select reference from scope
    where org_id = ${ctx.org.id} and state in ('draft', 'inReview') and archived_at is null limit 1`.execute(ctx.tx)
  if (rows.length > 0 || drafts.length > 1) throw new HengError('organisation.scopeOpen', { status: 409, params: { reference: rows[0]?.reference ?? '' } })
}

export const scope = register(noun, {
  table: 'scope',
  importable: false,
  defaultSort: '-edition',
  links: {
    units: { table: 'scope_unit', own: 'scope', other: 'unit' },
    sites: { table: 'scope_site', own: 'scope', other: 'site' },
  },
  derive,
  check,
  frozen: (row) => row.state !== 'draft',
  actions: (ctx, row) => (row.archivedAt === null && row.state === 'draft' && allows(ctx, 'scope:submit') ? ['submit'] : []),
})
