import type { Locale, OperationMeta, Role } from '@heng/contract'
import type { Tx } from './db/pool.ts'
import type { Kit } from './kit.ts'
import type { Log } from './log.ts'

export interface Organisation {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly locale: Locale
  readonly timezone: string
  readonly currency: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** A role held by the caller; `unitIds` is the subtree it reaches, null for the whole organisation. */
export interface HeldRole {
  readonly role: Role
  readonly unitIds: readonly string[] | null
}

export interface Caller {
  /** Null for work of the system itself (jobs, subscriptions). */
  readonly userId: string | null
  readonly personId: string | null
  readonly name: string
  readonly roles: readonly HeldRole[]
  readonly system: boolean
}

export interface Origin {
  readonly via: 'web' | 'api' | 'job' | 'setup'
  readonly ip?: string
  readonly userAgent?: string
  readonly requestId: string
}

/** What every verb receives: who asks, where, in which transaction. Nothing in it outlives the transaction. */
export interface Ctx {
  readonly kit: Kit
  readonly tx: Tx
  readonly org: Organisation
  readonly caller: Caller
  readonly locale: Locale
  readonly origin: Origin
  /** One instant for the whole transaction; of a question about the past, the instant asked about. */
  readonly now: Date
  /** The instant of the past that is looked at: tables are as they stood then, and nothing may be changed. Null for today. */
  readonly asOf: Date | null
  readonly operation: OperationMeta | null
  readonly log: Log
}

export const systemCaller: Caller = { userId: null, personId: null, name: 'Heng', roles: [], system: true }
