import fastifyStatic from '@fastify/static'
import helmet from '@fastify/helmet'
import { HengError, negotiateLocale } from '@heng/contract'
import { errorBody, type Kit } from '@heng/server-kit'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url))

// Vite puts a hash of the content into the names below `assets`, and only there.
const cacheOf = (path: string): string => (path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache')

/**
 * Serves the built web: hashed files for ever, the page itself asked for again each time. A path of the product is the
 * page; what looks like a file, and everything below `/api` and `/assets`, is 404 when it does not exist, so that a page
 * left open over an upgrade learns that its parts are gone.
 */
export const serveWeb = async (app: FastifyInstance, kit: Pick<Kit, 'errors'>, folder = dist): Promise<void> => {
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
    // TLS ends at the proxy in front, which also decides about this header.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
  })
  app.setNotFoundHandler((request, reply) => {
    const missing = new HengError('notFound', { status: 404, params: { what: request.url.startsWith('/api') ? 'operation' : 'file' } })
    return reply.status(404).header('cache-control', 'no-store').send(errorBody(kit.errors, missing, negotiateLocale(request.headers['accept-language']), request.id))
  })
  if (!existsSync(folder)) return
  // Looked up at each request: a web that is built anew while this runs is served whole.
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false, setHeaders: (reply, path) => void reply.header('cache-control', cacheOf(path)) })
  app.get('/*', (request, reply) => {
    const path = request.url.split('?')[0]!
    if (/\.[a-z0-9]{1,8}$/i.test(path)) return reply.sendFile(path)
    return /^\/(api|assets)(\/|$)/.test(path) ? reply.callNotFound() : reply.sendFile('index.html')
  })
}
