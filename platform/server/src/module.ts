import type { ClientBase } from 'pg'
import type { Contract, Locale, Operation, Permission, Role, Scope, Term } from '@heng/contract'
import type { FastifyInstance } from 'fastify'
import type { Ctx } from './context.ts'
import type { Extension } from './extension.ts'
import type { PlatformCtx } from './http/dispatch.ts'
import type { Identity } from './identity.ts'
import type { Kit } from './kit.ts'
import type { AnyRegister } from './register/types.ts'

/** A step of the database's history; never edited once released. */
/** The connection that a step made of code runs on, within its transaction. */
export type MigrationClient = Pick<ClientBase, 'query'>

export interface MigrationStep {
  readonly id: string
  /** Statements, or code for what SQL alone cannot do. */
  readonly sql: string | ((client: MigrationClient) => Promise<void>)
}

export type Grants = Readonly<Partial<Record<Role, Scope>>>

/** One handler for each operation of the contract; a missing one does not compile. */
export type Handlers<C> = {
  readonly [K in keyof C]: C[K] extends Operation<infer _Given, infer Taken, infer Answered, infer _Shown, infer S>
    ? (ctx: S extends 'platform' ? PlatformCtx : Ctx, input: Taken) => Promise<Answered>
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
  /** It only tells people (work, notices) and moves no record that figures rest on: a rehearsal leaves it out. */
  readonly tells?: true
}

export interface JobRun {
  readonly kit: Kit
  readonly jobId: string
  readonly orgId: string
  readonly input: unknown
  /** Runs `work` in a transaction of the job's organisation. */
  transaction: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** The same with the rights that whoever started the job has now; of a job that the system started, the system's. */
  asStarter: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** As `asStarter`, at one instant and with nothing that stays (mode `rehearsal`). */
  rehearse: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Records progress; throws `JobCancelled` when somebody asked to stop. */
  progress: (done: number, total?: number | null) => Promise<void>
}
export type JobHandler = (run: JobRun) => Promise<unknown>

/** A task of the queue as it arrives: the organisation that enqueued it and what it was given. */
export interface QueueTask {
  readonly orgId: string
  readonly input: unknown
}
/** Works off one task of the queue; throwing has it tried again later, with growing pauses, eight times in all. */
export type TaskHandler = (task: QueueTask, kit: Kit) => Promise<void>

export interface CronItem {
  readonly name: string
  /** Five-field cron pattern in UTC. */
  readonly pattern: string
  readonly run: (kit: Kit) => Promise<void>
}

/** Answers the values of a vocabulary for the organisation of the transaction; called often, so keep it in memory where it is content. */
export type Vocabulary = (ctx: Ctx) => Promise<readonly Term[]> | readonly Term[]

export interface ServerMessages {
  /** The nouns of the room; only their singular is of use here. */
  readonly nouns?: Readonly<Record<string, { readonly one: string }>>
  /** Names of what errors speak of beside nouns. */
  readonly things?: Readonly<Record<string, string>>
  readonly errors?: Readonly<Record<string, string>>
  readonly hints?: Readonly<Record<string, string>>
  /** Names of the kinds of work, notices and jobs that the room brings, as lists show them. */
  readonly kinds?: Readonly<Record<string, string>>
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
  /** Tasks that verbs put into the queue by `enqueue`, without a row on the jobs page. */
  readonly tasks?: Readonly<Record<string, TaskHandler>>
  readonly cron?: readonly CronItem[]
  readonly vocabularies?: Readonly<Record<string, Vocabulary>>
  readonly messages?: Readonly<Record<Locale, ServerMessages>>
  /** What this room plugs into lower rooms, made by their extension points. */
  readonly extensions?: readonly Extension[]
  /** Streams that do not fit a contract (files, exports); every route must authorise through `kit`. */
  readonly routes?: (app: FastifyInstance, kit: Kit, identity: Identity) => void
}

/** Ties contract and handlers together so that types check both ways. */
export const defineModule = <C extends Contract>(
  module: Omit<HengModule, 'contract' | 'handlers'> & { contract: C; handlers: Handlers<C> },
): HengModule => module
