import { claimRole, connectExternal, startEmbedded } from '@heng/database'
import { isSetupOpen, setupToken } from '@heng/directory/server'
import { createLog, readConfig } from '@heng/server-kit'
import { compose } from '@heng/composition'
import { rooms } from './src/modules.ts'
import { createLife } from './src/life.ts'
import { refusalLine } from './src/refusal.ts'
import { installationSecret } from './src/secret.ts'
import { version } from './src/version.ts'
import { serveWeb } from './src/web.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const life = createLife({
  exit: (code) => process.exit(code),
  refuse: (error) => void process.stderr.write(`${refusalLine(error)}\n`),
})
process.on('SIGINT', () => void life.stop(0))
process.on('SIGTERM', () => void life.stop(0))

await life.start(async (open) => {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const database = await open(
    () => (config.databaseUrl === undefined ? startEmbedded({ dataDir: config.dataDir, log: say }) : connectExternal(config.databaseUrl)),
    (opened) => opened.stop(),
  )
  const onLost = (): void => {
    log.fatal('the claim on this role was lost; stopping')
    void life.stop(1)
  }
  await open(() => claimRole({ url: database.url, role: config.role, onLost }), (claim) => claim.release())
  const secret = installationSecret(config.dataDir)
  const composition = await open(() => compose({ config, log, databaseUrl: database.url, secret, rooms, version }), (opened) => opened.close())
  if (config.role !== 'web') await composition.startWorker()
  if (config.role !== 'worker') {
    await serveWeb(composition.app, composition.kit)
    await composition.app.listen({ port: config.port, host: config.host })
  }
  const url = config.publicUrl ?? `http://localhost:${config.port}`
  if (await isSetupOpen(composition.kit)) {
    say(`Heng 衡 is ready for its owner · 请打开以下地址完成初始化: ${url}/setup?token=${setupToken()}`)
  } else say(`Heng 衡: ${url}`)
})
