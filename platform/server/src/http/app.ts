import { randomUUID } from 'node:crypto'
import { HengError } from '@heng/contract'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Identity } from '../identity.ts'
import type { Kit } from '../kit.ts'
import { beginCount } from '../db/pool.ts'
import { createMetrics } from './metrics.ts'
import { answer, mountContracts } from './mount.ts'
import { mountOpenApi } from './openapi.ts'

const bodyLimit = 2 * 1024 * 1024
/** A sender or reader who does nothing for so long is cut off; ms. */
const idleLimit = 120_000
/** The longest that a request may take to arrive, the largest upload over a slow line included; ms. */
const arrivalLimit = 3_600_000

/** The HTTP face of the process: contracts, streams of the rooms, health, metrics. Does not listen yet. */
export const createApp = (kit: Kit, identity: Identity): FastifyInstance => {
  const app = Fastify({
    bodyLimit,
    connectionTimeout: idleLimit,
    requestTimeout: arrivalLimit,
    trustProxy: kit.config.trustProxy,
    genReqId: () => randomUUID(),
    logger: false,
    routerOptions: { maxParamLength: 200 },
  })
  const metrics = createMetrics(kit)

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  // Statements are counted per request, so that a page that asks once per row shows in the metrics.
  const counts = new WeakMap<FastifyRequest, () => number>()
  app.addHook('preHandler', (request, _reply, done) => {
    counts.set(request, beginCount(done))
  })
  app.addHook('onResponse', async (request, reply) => {
    const counted = counts.get(request)
    if (counted !== undefined) metrics.statements.observe(counted())
    const route = request.routeOptions.url ?? 'unmatched'
    metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000)
    kit.log.info({ requestId: request.id, method: request.method, path: request.url.split('?')[0], status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  app.setErrorHandler((error: { code?: string; statusCode?: number }, request, reply) => {
    const known =
      error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? new HengError('tooLarge', { status: 413, params: { limit: bodyLimit } })
      : error.statusCode === 400 || error.statusCode === 415 ? new HengError('unreadableBody', { status: error.statusCode })
      : error
    const body = answer(kit, request, known)
    void reply.status(body.status).send(body)
  })

  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(kit.db)
      return { status: 'ready' }
    } catch {
      return reply.status(503).send({ status: 'database unreachable' })
    }
  })
  app.get('/metrics', async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()))

  for (const module of kit.modules) module.routes?.(app, kit, identity)
  mountContracts(app, kit, identity)
  mountOpenApi(app, kit)
  return app
}
