import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '@heng/composition'
import { startEmbedded } from '@heng/database'
import { createLog, readConfig } from '@heng/server-kit'
import { rooms } from '../apps/server/src/modules.ts'
import { measure, type Measure } from './src/measure.ts'
import { plant, standardSize } from './src/plant.ts'

// `npm run bench`: measures pages on a planted organisation, each beside the bare statement that any server needs for it.
const dataDir = mkdtempSync(join(tmpdir(), 'heng-bench-'))
const database = await startEmbedded({ dataDir })
const config = readConfig({ HENG_DATA: dataDir, HENG_LOG: 'warn' })
const built = await compose({ config, log: createLog('warn'), databaseUrl: database.url, secret: 'bench-bench-bench-bench-bench-bench-bench', rooms, version: 'bench' })
try {
  const assets = Number(process.env.BENCH_ASSETS ?? standardSize.assets)
  const planted = await plant(built.kit, { ...standardSize, assets }, console.log)
  await built.kit.pool.query('analyze')
  const signIn = await built.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: planted.email, password: planted.password } })
  const cookie = [signIn.headers['set-cookie']].flat().map((c) => c!.split(';')[0]).join('; ')
  const page = (path: string) => async (): Promise<void> => {
    const answer = await built.app.inject({ method: 'GET', url: `/api/v1/orgs/${planted.slug}/${path}`, headers: { cookie } })
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body.slice(0, 200)}`)
  }
  const bare = async (): Promise<void> => {
    await built.kit.pool.query('select * from asset where org_id = $1 and archived_at is null order by id desc limit 101', [planted.orgId])
  }
  const q = encodeURIComponent
  const wanted: readonly Measure[] = [
    { name: 'bare statement of a page (the floor)', limitMs: null, run: bare },
    { name: 'assets, first page', limitMs: 50, run: page('assets') },
    { name: 'assets by name', limitMs: 50, run: page('assets?sort=name') },
    { name: 'assets by value, highest first', limitMs: 50, run: page('assets?sort=-value') },
    { name: 'assets of value 4–5 by name', limitMs: 50, run: page('assets?filter%5Bvalue%5D=4..5&sort=name') },
    { name: 'assets without a value', limitMs: 50, run: page('assets?filter%5Bvalue%5D=-') },
    { name: 'assets found by two Chinese characters', limitMs: 50, run: page(`assets?q=${q('图纸')}`) },
    { name: 'record page of an asset', limitMs: 50, run: page(`assets/${planted.assetIds[0]}`) },
    { name: 'home', limitMs: 100, run: page('home') },
    { name: 'heat map', limitMs: 100, run: page('risks/views/heatmap') },
  ]
  console.log(`\n${assets} assets, ${standardSize.people} people, seed ${standardSize.seed}; server time over an in-process request`)
  await measure(wanted)
} finally {
  await built.close()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
