import { HengError, negotiateLocale } from '@heng/contract'
import { errorBody, type Kit } from '@heng/server-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { clearAttempts, countAttempt } from './attempts.ts'
import type { Auth } from './auth.ts'
import { noteAccount, type AccountAction } from './note.ts'
import { refusalOf } from './refusals.ts'

const base = '/api/auth'
// Sign-in and second factors only: accounts, passwords, roles and sessions are Heng's own operations.
const offered = new Set([
  '/sign-in/email', '/sign-out',
  '/two-factor/enable', '/two-factor/disable', '/two-factor/verify-totp', '/two-factor/verify-backup-code', '/two-factor/generate-backup-codes',
  '/passkey/generate-register-options', '/passkey/verify-registration', '/passkey/generate-authenticate-options', '/passkey/verify-authentication',
  '/passkey/list-user-passkeys', '/passkey/delete-passkey', '/passkey/update-passkey',
])
const noted: Readonly<Record<string, AccountAction>> = {
  '/two-factor/verify-totp': 'twoFactorOn',
  '/two-factor/disable': 'twoFactorOff',
  '/two-factor/generate-backup-codes': 'recoveryCodesRenewed',
  '/passkey/verify-registration': 'passkeyAdded',
  '/passkey/delete-passkey': 'passkeyRemoved',
}
// Beside the limit per address: many addresses guessing at one e-mail. It holds for e-mails without an account alike.
const perEmail = { max: 30, window: 900 }

const emailOf = (request: FastifyRequest): string => {
  const email = (request.body as { email?: unknown } | null)?.email
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : ''
}

const ask = async (auth: Auth, request: FastifyRequest): Promise<Response> => {
  const headers = new Headers()
  for (const [key, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(key, String(value))
  headers.set('x-heng-ip', request.ip)
  headers.delete('content-length')
  const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : undefined
  if (body !== undefined) headers.set('content-type', 'application/json')
  return auth.handler(new Request(new URL(request.url, `${request.protocol}://${request.host}`), { method: request.method, headers, body }))
}

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  try {
    return text === '' ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

/** What may be told to the page: the session's token travels in the cookie, which no script reads, and nowhere else (ASVS 5.0 3.3.4). */
const tellable = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const { token: _, session, ...rest } = body as Record<string, unknown>
  return session === undefined ? rest : { ...rest, session: tellable(session) }
}

/** Serves better-auth's own endpoints below `/api/auth`; what is not offered does not exist. Errors speak the caller's language. */
export const mountAuth = (app: FastifyInstance, kit: Kit, auth: Auth): void => {
  const refuse = (request: FastifyRequest, reply: FastifyReply, error: HengError) => {
    const body = errorBody(kit.errors, error, negotiateLocale(request.headers['accept-language']), request.id)
    return reply.status(body.status).send(body)
  }
  app.route({
    method: ['GET', 'POST'],
    url: `${base}/*`,
    handler: async (request, reply) => {
      const path = request.url.split('?')[0]!.slice(base.length)
      if (!offered.has(path)) return refuse(request, reply, new HengError('notFound', { status: 404, params: { what: 'operation' } }))
      // Who it is must be asked before: switching a second factor on replaces the session.
      const action = noted[path]
      const before = action === undefined ? null : await sessionOf(auth, request)
      if (path === '/sign-in/email') await countAttempt(kit, 'signIn', emailOf(request), perEmail)
      const response = await ask(auth, request)
      const cookies = response.headers.getSetCookie()
      if (cookies.length > 0) reply.header('set-cookie', cookies)
      const body = await jsonOf(response)
      if (response.status >= 400) return refuse(request, reply, refusalOf(response.status, body, response.headers.get('x-retry-after')))
      if (path === '/sign-in/email') await clearAttempts(kit, 'signIn', emailOf(request))
      if (action !== undefined && before !== null && !(action === 'twoFactorOn' && before.twoFactor)) {
        await noteAccount(kit, before.userId, action, {
          via: 'web', ip: request.ip, userAgent: request.headers['user-agent']?.slice(0, 200), requestId: request.id,
        })
      }
      return reply.status(response.status).header('cache-control', 'no-store').send(tellable(body))
    },
  })
}

const sessionOf = async (auth: Auth, request: FastifyRequest): Promise<{ userId: string; twoFactor: boolean } | null> => {
  if (request.headers.cookie === undefined) return null
  const found = await auth.api.getSession({ headers: new Headers({ cookie: request.headers.cookie }), query: { disableRefresh: true } })
  if (found === null) return null
  return { userId: found.user.id, twoFactor: (found.user as { twoFactorEnabled?: boolean | null }).twoFactorEnabled === true }
}
