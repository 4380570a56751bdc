import type { Locale, Permission } from '@heng/contract'
import type pg from 'pg'
import type { Config } from './config.ts'
import type { Db } from './db/pool.ts'
import type { Log } from './log.ts'
import type { Grants, HengModule, JobHandler, Subscription, TaskHandler, Vocabulary } from './module.ts'
import type { Orders } from './register/orders.ts'
import type { AnyRegister } from './register/types.ts'
import { errorTexts, type ErrorTexts } from './messages.ts'

/** What the running process knows: configuration, database, and everything the rooms brought. */
export interface Kit {
  readonly config: Config
  readonly db: Db
  readonly pool: pg.Pool
  readonly log: Log
  readonly modules: readonly HengModule[]
  readonly grants: ReadonlyMap<Permission, Grants>
  readonly registers: ReadonlyMap<string, AnyRegister>
  readonly orders: Orders
  readonly jobs: ReadonlyMap<string, JobHandler>
  readonly tasks: ReadonlyMap<string, TaskHandler>
  readonly subscriptions: ReadonlyMap<string, readonly Subscription[]>
  readonly vocabularies: ReadonlyMap<string, Vocabulary>
  readonly errors: Readonly<Record<Locale, ErrorTexts>>
}

const unique = <V>(entries: Iterable<readonly [string, V]>, what: string): Map<string, V> => {
  const map = new Map<string, V>()
  for (const [key, value] of entries) {
    if (map.has(key)) throw new Error(`${what} "${key}" is declared twice`)
    map.set(key, value)
  }
  return map
}

/** Puts the rooms together; a name that two rooms declare stops the start. */
export const createKit = (parts: { config: Config; db: Db; pool: pg.Pool; log: Log; modules: readonly HengModule[]; orders: Orders }): Kit => {
  const { modules } = parts
  const subscriptions = new Map<string, Subscription[]>()
  for (const subscription of modules.flatMap((m) => m.on ?? [])) {
    subscriptions.set(subscription.event, [...(subscriptions.get(subscription.event) ?? []), subscription])
  }
  unique(modules.flatMap((m) => m.on ?? []).map((s) => [s.name, s]), 'Subscription')
  return {
    ...parts,
    grants: unique(modules.flatMap((m) => Object.entries(m.permissions ?? {})), 'Permission') as Map<Permission, Grants>,
    registers: unique(modules.flatMap((m) => m.registers ?? []).map((r) => [r.noun.name, r] as const), 'Noun'),
    jobs: unique(modules.flatMap((m) => Object.entries(m.jobs ?? {})), 'Job'),
    tasks: unique(modules.flatMap((m) => Object.entries(m.tasks ?? {})), 'Task'),
    vocabularies: unique(modules.flatMap((m) => Object.entries(m.vocabularies ?? {})), 'Vocabulary'),
    subscriptions,
    errors: errorTexts(modules),
  }
}
