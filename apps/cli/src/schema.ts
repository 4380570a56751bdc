import { randomBytes } from 'node:crypto'
import { migrationSteps } from '@heng/composition'
import { ensureRoles, migrate } from '@heng/database'
import { createDirectory } from '@heng/directory/server'
import { version } from '@heng/operations/reads'
import { migrateQueue } from '@heng/server-kit'
import type pg from 'pg'
import { rooms } from '../../server/src/modules.ts'

/** The steps that this Heng's database has. The directory's key is not needed for them. */
export const steps = () => migrationSteps([createDirectory(randomBytes(32).toString('hex')).module, ...rooms])

/** Brings a database to the schema of this Heng, without serving anything. */
export const prepareSchema = async (pool: pg.Pool): Promise<void> => {
  await ensureRoles(pool)
  await migrateQueue({ pgPool: pool })
  await migrate(pool, steps(), version)
}
