import fastifyStatic from '@fastify/static'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Serves the built web: hashed files for ever, the page itself never cached; every other path is the page. */
export const serveWeb = async (app: FastifyInstance): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Ant Design writes its styles into the page at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
  })
  if (!existsSync(dist)) return
  await app.register(fastifyStatic, { root: dist, maxAge: '365d', immutable: true, index: false, wildcard: false })
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/')) return reply.status(404).send({ code: 'notFound', status: 404 })
    return reply.sendFile('index.html', { maxAge: 0, immutable: false })
  })
}
