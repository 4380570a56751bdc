import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A session with one running Heng. */
export interface Session {
  readonly cookie: string
  readonly email: string
  /** Short names of the organisations it reaches. */
  readonly organisations: readonly string[]
}

type Env = Readonly<Record<string, string | undefined>>
type Sessions = Readonly<Record<string, Session>>

const folder = (env: Env): string => join(env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config'), 'heng')
const file = (env: Env): string => join(folder(env), 'sessions.json')

const readAll = async (env: Env): Promise<Sessions> => {
  try {
    const stored: unknown = JSON.parse(await readFile(file(env), 'utf8'))
    return typeof stored === 'object' && stored !== null ? (stored as Sessions) : {}
  } catch {
    return {}
  }
}

export const readSession = async (env: Env, url: string): Promise<Session | undefined> => {
  const all = await readAll(env)
  return Object.hasOwn(all, url) ? all[url] : undefined
}

/** Keeps (or with undefined forgets) the session with one address; readable by this account only. */
export const writeSession = async (env: Env, url: string, session: Session | undefined): Promise<void> => {
  const { [url]: _old, ...others } = await readAll(env)
  await mkdir(folder(env), { recursive: true, mode: 0o700 })
  const draft = `${file(env)}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(session === undefined ? others : { ...others, [url]: session }, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, file(env))
}
