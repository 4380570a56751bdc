import { requestOf, type Operation } from '@heng/contract'
import { compose, type Composition } from '@heng/composition'
import { startEmbedded } from '@heng/database'
import { createLog, readConfig } from '@heng/server-kit'
import { rooms } from '../../apps/server/src/modules.ts'

const secret = 'bench-bench-bench-bench-bench-bench-bench'

/** The real server in this process, without a port. */
export const composeAt = (dataDir: string, databaseUrl: string): Promise<Composition> =>
  compose({ config: readConfig({ HENG_DATA: dataDir, HENG_LOG: 'warn' }), log: createLog('warn'), databaseUrl, secret, rooms, version: 'bench' })

export const openDatabase = (dataDir: string, say?: (line: string) => void) => startEmbedded({ dataDir, log: say })

/** Somebody signed in; errors of the server are thrown with their text. */
export interface Member {
  readonly cookie: string
  call: <Given, Shown>(operation: Operation<Given, unknown, unknown, Shown>, input: Omit<Given, 'org'> & { org?: string }) => Promise<Shown>
  get: (path: string) => Promise<Buffer>
  put: (path: string, bytes: Buffer) => Promise<unknown>
}

export const signIn = async ({ app }: Composition, slug: string, email: string, password: string): Promise<Member> => {
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } })
  const cookie = [answer.headers['set-cookie']].flat().map((c) => c?.split(';')[0]).join('; ')
  const send = async (method: string, path: string, payload?: object | Buffer, more: Record<string, string> = {}) => {
    const response = await app.inject({ method: method as 'GET', url: `/api/v1${path}`, headers: { cookie, 'x-heng-client': 'web', ...more }, ...(payload === undefined ? {} : { payload }) })
    if (response.statusCode >= 400) throw new Error(`${method} ${path}: ${response.statusCode} ${response.body.slice(0, 300)}`)
    return response
  }
  return {
    cookie,
    call: async (operation, input) => {
      const { method, path, body } = requestOf(operation as Operation, { org: slug, ...input })
      return (await send(method, path, body)).json()
    },
    get: async (path) => (await send('GET', `/orgs/${slug}/${path}`)).rawPayload,
    put: async (path, bytes) => (await send('PUT', `/orgs/${slug}/${path}`, bytes, { 'content-type': 'application/octet-stream' })).json(),
  }
}
