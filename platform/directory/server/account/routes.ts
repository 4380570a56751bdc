import type { FastifyInstance } from 'fastify'
import type { Auth } from './auth.ts'

// Sign-in and second factors only: accounts, roles and sessions of others are Heng's own operations.
const offered = /^\/api\/auth\/(sign-in\/email|sign-out|two-factor\/|passkey\/|sign-in\/passkey|change-password)/

/** Serves better-auth's own endpoints below `/api/auth`; what is not offered does not exist. */
export const mountAuth = (app: FastifyInstance, auth: Auth): void => {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      if (!offered.test(request.url)) return reply.status(404).send({ code: 'notFound', status: 404 })
      const headers = new Headers()
      for (const [key, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(key, String(value))
      headers.set('x-heng-ip', request.ip)
      const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : undefined
      const response = await auth.handler(new Request(new URL(request.url, `${request.protocol}://${request.host}`), { method: request.method, headers, body }))
      reply.status(response.status)
      for (const [key, value] of response.headers) if (key !== 'set-cookie') reply.header(key, value)
      const cookies = response.headers.getSetCookie()
      if (cookies.length > 0) reply.header('set-cookie', cookies)
      return reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()))
    },
  })
}
