import { randomBytes } from 'node:crypto'
import { migrationSteps } from '@heng/composition'
import { ensureRoles, migrate } from '@heng/database'
import { createDirectory } from '@heng/directory/server'
import { version } from '@heng/operations/reads'
import { keepingPast, migrateQueue } from '@heng/server-kit'
import type pg from 'pg'
import { rooms } from '../../server/src/modules.ts'

/** The directory's key is not needed for what it brings to the database. */
const modules = () => [createDirectory(randomBytes(32).toString('hex')).module, ...rooms]

/** The steps that this Heng's database has. */
export const steps = () => migrationSteps(modules())

/** Brings a database to the schema of this Heng, without serving anything. */
export const prepareSchema = async (pool: pg.Pool): Promise<void> => {
  await ensureRoles(pool)
  await migrateQueue({ pgPool: pool })
  await migrate(pool, steps(), version, keepingPast(modules()))
}
