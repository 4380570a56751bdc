import { type AnyNoun, type Fields, type Noun, registerOperations } from '@heng/contract'
import type { RawBuilder } from 'kysely'
import { allows, type Resource } from '../authorise/authorise.ts'
import type { Ctx } from '../context.ts'
import type { Handlers } from '../module.ts'
import { snake, type StoredRow } from './columns.ts'
import { registerHandlers } from './handlers.ts'

export interface Draft {
  readonly before: StoredRow | null
  /** May be changed by `derive`: values that the server computes. */
  readonly after: StoredRow
}
export type ChangeAction = 'created' | 'updated' | 'archived' | 'restored'

export interface Link {
  readonly table: string
  /** Column of the link table that holds this noun's id, and the one that holds the other's. */
  readonly own: string
  readonly other: string
}

export interface RegisterOptions {
  readonly table: string
  /** `-createdAt` newest first by default. */
  readonly defaultSort?: string
  readonly links?: Readonly<Record<string, Link>>
  /** Read-only fields that an SQL expression over `t` answers. */
  readonly computed?: Readonly<Record<string, RawBuilder<unknown>>>
  /** Fills derived values of `after`; sees all rows of the verb at once. */
  readonly derive?: (ctx: Ctx, drafts: readonly Draft[]) => void | Promise<void>
  /** Refuses what the rules of the noun do not allow, by throwing; sees all rows of the verb at once. */
  readonly check?: (ctx: Ctx, drafts: readonly Draft[], action: ChangeAction) => void | Promise<void>
  /** Consequences in the same transaction, after rows and history are written. */
  readonly then?: (ctx: Ctx, drafts: readonly Draft[], action: ChangeAction) => Promise<void>
  /** Further actions that the caller may take on a row, for the page to offer. */
  readonly actions?: (ctx: Ctx, row: StoredRow) => readonly string[]
  /** Which unit and persons a row belongs to, where plain fields do not say it. */
  readonly resource?: (row: StoredRow) => Resource
}

/** A noun with its table: what lists, verbs, imports, exports, search and history need to treat it like any other. */
export interface AnyRegister {
  readonly noun: AnyNoun
  readonly table: string
  readonly defaultSort: string
  readonly links: Readonly<Record<string, Link>>
  /** By column name. */
  readonly computed: Readonly<Record<string, RawBuilder<unknown>>>
  /** Fields without a column of their own. */
  readonly virtual: ReadonlySet<string>
  readonly options: RegisterOptions
}
export interface Register<F extends Fields> extends AnyRegister {
  readonly handlers: Handlers<ReturnType<typeof registerOperations<F>>>
}

export const register = <F extends Fields>(noun: Noun<F>, options: RegisterOptions): Register<F> => {
  const computed = options.computed ?? {}
  const reg: AnyRegister = {
    noun: noun as unknown as AnyNoun,
    table: options.table,
    defaultSort: options.defaultSort ?? '-id',
    links: options.links ?? {},
    computed: Object.fromEntries(Object.entries(computed).map(([key, value]) => [snake(key), value])),
    virtual: new Set(Object.keys(computed)),
    options,
  }
  return { ...reg, handlers: registerHandlers(reg) as never }
}

export const resourceOf = (reg: AnyRegister, row: StoredRow): Resource =>
  reg.options.resource?.(row) ?? {
    unitId: reg.noun.unit === undefined ? null : (row[reg.noun.unit] as string | null),
    ownerIds: (reg.noun.owners ?? []).map((key) => row[key] as string | null),
  }

export type PresentedRow = StoredRow & { allowed: string[] }

/** A row with the actions that this caller may take on it, so that no page guesses permissions. */
export const present = (ctx: Ctx, reg: AnyRegister, row: StoredRow): PresentedRow => {
  const mayWrite = allows(ctx, `${reg.noun.name}:write`, resourceOf(reg, row))
  const basic = mayWrite ? (row.archivedAt === null ? ['update', 'archive'] : ['restore']) : []
  return { ...row, allowed: [...basic, ...(reg.options.actions?.(ctx, row) ?? [])] }
}
