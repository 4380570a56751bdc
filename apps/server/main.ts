import { claimRole, connectExternal, DatabaseError, startEmbedded, type RunningDatabase } from '@heng/database'
import { isSetupOpen, setupToken } from '@heng/directory/server'
import { createLog, readConfig } from '@heng/server-kit'
import { compose, type Composition } from '@heng/composition'
import { rooms } from './src/modules.ts'
import { installationSecret } from './src/secret.ts'
import { version } from './src/version.ts'
import { serveWeb } from './src/web.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const refuse = (line: string): never => {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
const oneLine = (error: unknown): string => {
  if (error instanceof DatabaseError) return `${error.message} · ${error.zh}`
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    const { port } = error as unknown as { port: number }
    return `Port ${port} is taken; choose another with PORT=… · 端口 ${port} 已被占用，请用 PORT=… 另选`
  }
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!
}

const start = async (): Promise<void> => {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const opened: (() => Promise<unknown>)[] = []
  const closeAll = async () => {
    for (const close of opened.toReversed()) await close().catch((error: unknown) => log.error({ err: error }, 'closing failed'))
  }
  let stopping = false
  const stop = async (code: number): Promise<void> => {
    if (stopping) return
    stopping = true
    await closeAll()
    process.exit(code)
  }
  try {
    const database: RunningDatabase =
      config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir, log: say }) : await connectExternal(config.databaseUrl)
    opened.push(() => database.stop())
    process.once('SIGINT', () => void stop(0))
    process.once('SIGTERM', () => void stop(0))
    const claim = await claimRole({
      url: database.url,
      role: config.role,
      onLost: () => {
        log.fatal('the claim on this role was lost; stopping')
        void stop(1)
      },
    })
    opened.push(() => claim.release())
    const composition: Composition = await compose({ config, log, databaseUrl: database.url, secret: installationSecret(config.dataDir), rooms, version })
    opened.push(() => composition.close())
    if (config.role !== 'web') await composition.startWorker()
    if (config.role !== 'worker') {
      await serveWeb(composition.app)
      await composition.app.listen({ port: config.port, host: config.host })
    }
    const url = config.publicUrl ?? `http://localhost:${config.port}`
    if (await isSetupOpen(composition.kit)) {
      say(`Heng 衡 is ready for its owner · 请打开以下地址完成初始化: ${url}/setup?token=${setupToken()}`)
    } else say(`Heng 衡: ${url}`)
  } catch (error) {
    await closeAll()
    refuse(oneLine(error))
  }
}

await start()
