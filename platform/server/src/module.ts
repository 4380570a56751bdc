import type { Contract, Locale, Operation, Permission, Role, Scope } from '@heng/contract'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Ctx } from './context.ts'
import type { PlatformCtx } from './http/dispatch.ts'
import type { Identity } from './identity.ts'
import type { Kit } from './kit.ts'
import type { AnyRegister } from './register/register.ts'

/** A step of the database's history; never edited once released. */
export interface MigrationStep {
  readonly id: string
  readonly sql: string
}

export type Grants = Readonly<Partial<Record<Role, Scope>>>

export type Handler<I extends z.ZodType, O extends z.ZodType> = (ctx: Ctx, input: z.output<I>) => Promise<z.input<O>>

/** One handler for each operation of the contract; a missing one does not compile. */
export type Handlers<C> = {
  readonly [K in keyof C]: C[K] extends Operation<infer I, infer O, infer S>
    ? S extends 'platform'
      ? (ctx: PlatformCtx, input: z.output<I>) => Promise<z.input<O>>
      : Handler<I, O>
    : Handlers<C[K]>
}

export interface DomainEvent {
  readonly id: string
  readonly type: string
  readonly payload: unknown
}

/** Runs once per event and subscriber, in a transaction of the event's organisation; must be idempotent. */
export interface Subscription {
  /** Unique and stable: delivery is recorded under it. */
  readonly name: string
  readonly event: string
  readonly handle: (ctx: Ctx, event: DomainEvent) => Promise<void>
}

export interface JobRun {
  readonly kit: Kit
  readonly jobId: string
  readonly orgId: string
  readonly input: unknown
  /** Runs `work` in a transaction of the job's organisation. */
  transaction: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Records progress; throws `JobCancelled` when somebody asked to stop. */
  progress: (done: number, total?: number | null) => Promise<void>
}
export type JobHandler = (run: JobRun) => Promise<unknown>

export interface CronItem {
  readonly name: string
  /** Five-field cron pattern in UTC. */
  readonly pattern: string
  readonly run: (kit: Kit) => Promise<void>
}

export interface ServerMessages {
  readonly errors?: Readonly<Record<string, string>>
  readonly hints?: Readonly<Record<string, string>>
}

/** What a room brings to the server. */
export interface HengModule {
  readonly name: string
  readonly migrations?: readonly MigrationStep[]
  readonly contract?: Contract
  readonly handlers?: unknown
  readonly permissions?: Readonly<Record<Permission, Grants>>
  readonly registers?: readonly AnyRegister[]
  readonly on?: readonly Subscription[]
  readonly jobs?: Readonly<Record<string, JobHandler>>
  readonly cron?: readonly CronItem[]
  readonly messages?: Readonly<Record<Locale, ServerMessages>>
  /** Streams that do not fit a contract (files, exports); every route must authorise through `kit`. */
  readonly routes?: (app: FastifyInstance, kit: Kit, identity: Identity) => void
}

/** Ties contract and handlers together so that types check both ways. */
export const defineModule = <C extends Contract>(
  module: Omit<HengModule, 'contract' | 'handlers'> & { contract: C; handlers: Handlers<C> },
): HengModule => module
