import { ensureRoles, migrate } from '@heng/database'
import { createDirectory } from '@heng/directory/server'
import {
  createApp, createDb, createKit, createPool, keepingPast, migrateQueue, platformSteps, readOrders, startWorker, vocabularyModule, type Config, type HengModule, type Identity, type Kit, type Log,
} from '@heng/server-kit'
import type { FastifyInstance } from 'fastify'
import { boundHeap } from './heap.ts'

/** Every step of the database's history, platform first. */
export const migrationSteps = (modules: readonly HengModule[]) => [
  ...platformSteps.map((step) => ({ module: 'platform', ...step })),
  ...modules.flatMap((m) => (m.migrations ?? []).map((step) => ({ module: m.name, ...step }))),
]

export interface Composition {
  readonly kit: Kit
  readonly app: FastifyInstance
  readonly identity: Identity
  startWorker: () => Promise<void>
  /** Lets requests and jobs finish, then closes the connections. */
  close: () => Promise<void>
}

/** Migrates the database and puts the process together; nothing listens and no job runs yet. */
export const compose = async (options: {
  config: Config
  log: Log
  databaseUrl: string
  secret: string
  rooms: readonly HengModule[]
  /** Of the product, noted beside each migration. */
  version: string
}): Promise<Composition> => {
  const { config, log, databaseUrl, secret } = options
  boundHeap()
  const directory = createDirectory(secret)
  const modules = [vocabularyModule, directory.module, ...options.rooms]
  const pool = createPool(databaseUrl)
  try {
    await ensureRoles(pool)
    await migrateQueue({ pgPool: pool })
    await migrate(pool, migrationSteps(modules), options.version, keepingPast(modules))
  } catch (error) {
    await pool.end()
    throw error
  }
  const kit = createKit({ config, db: createDb(pool), pool, log, modules, orders: await readOrders(pool) })
  const identity = directory.connect(kit)
  const app = createApp(kit, identity)
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined
  return {
    kit,
    app,
    identity,
    startWorker: async () => {
      worker = await startWorker(kit, identity)
    },
    close: async () => {
      // Requests get time to finish; a download that nobody reads does not keep the process.
      const patience = setTimeout(() => app.server.closeAllConnections(), 10_000)
      await app.close()
      clearTimeout(patience)
      await worker?.stop()
      await directory.close()
      await pool.end()
    },
  }
}
