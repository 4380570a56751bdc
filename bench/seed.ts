import { readConfig } from '@heng/server-kit'
import { composeAt, openDatabase } from './src/bench.ts'
import { plant } from './src/plant/plant.ts'
import { accountsOf, standardSize } from './src/plant/size.ts'

// `npm run seed`: fills an empty data folder with the organisation that the measures are stated for.
const { dataDir } = readConfig(process.env)
const database = await openDatabase(dataDir, console.log)
const built = await composeAt(dataDir, database.url)
try {
  await built.startWorker()
  const { slug } = await plant(built, standardSize, console.log)
  for (const { email, password, role } of Object.values(accountsOf(slug))) console.log(`sign in as ${email} (${role}) with the password ${password}`)
} finally {
  await built.close()
  await database.stop()
}
