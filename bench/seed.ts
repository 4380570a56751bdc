import { compose } from '@heng/composition'
import { startEmbedded } from '@heng/database'
import { createLog, readConfig } from '@heng/server-kit'
import { rooms } from '../apps/server/src/modules.ts'
import { plant, standardSize } from './src/plant.ts'

// `npm run seed`: fills an empty data folder with the organisation that the measures are stated for.
const config = readConfig({ ...process.env, HENG_LOG: process.env.HENG_LOG ?? 'warn' })
const database = await startEmbedded({ dataDir: config.dataDir, log: console.log })
const built = await compose({ config, log: createLog(config.logLevel), databaseUrl: database.url, secret: 'seed-seed-seed-seed-seed-seed-seed-seed', rooms, version: 'seed' })
try {
  const result = await plant(built.kit, standardSize, (line) => console.log(line))
  console.log(`sign in as ${result.email} with the password ${result.password}`)
} finally {
  await built.close()
  await database.stop()
}
