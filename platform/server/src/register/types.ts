import type { AnyNoun, Fields, Locale, Permission, registerOperations } from '@heng/contract'
import type { RawBuilder } from 'kysely'
import type { Resource } from '../authorise/authorise.ts'
import type { Ctx } from '../context.ts'
import type { Handlers } from '../module.ts'
import type { StoredRow } from './columns.ts'

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
  readonly afterwards?: (ctx: Ctx, drafts: readonly Draft[], action: ChangeAction) => Promise<void>
  /** Further actions that the caller may take on a row, for the page to offer. */
  readonly actions?: (ctx: Ctx, row: StoredRow) => readonly string[]
  /** Records that are approved, ended or under review: only verbs of their own touch them, so editing and archiving are not offered. */
  readonly frozen?: (row: StoredRow) => boolean
  /** Names a record in the caller's language, as SQL over `t`, where one label field cannot: texts kept in both languages. */
  readonly labelText?: (locale: Locale) => RawBuilder<unknown>
  /** Values of a row that depend on who reads it, such as the name in the caller's language. */
  readonly shown?: (ctx: Ctx, row: StoredRow) => Readonly<Record<string, unknown>>
  /** Which unit and persons a row belongs to, where plain fields do not say it. */
  readonly resource?: (row: StoredRow) => Resource
  /**
   * Fields that say by what a row was computed and are written in bulk: writing them alone makes no version. The past tells them of the rows
   * it shows; a filter or an aggregate over the past sees of each version the stamps that it had last.
   */
  readonly stamps?: readonly string[]
  /** False for records that only their own pages look for: proposals and the like, too many for everybody's search. */
  readonly searchable?: false
  /** False for records that nobody keeps in a list, such as a plan or a scope: no import from files is offered, and one is refused. */
  readonly importable?: false
  /** Rows that ask for a further permission, by the value of a field; whoever does not hold it for the whole organisation neither sees nor writes them. A value without one is nobody's. */
  readonly kinds?: { readonly field: string; readonly permissions: Readonly<Record<string, Permission>> }
  /** Further records that count as this person's own in lists, as SQL over `t`; `resource` has to say the same of a row. */
  readonly alsoOwn?: (personId: string) => RawBuilder<unknown>
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
