import { HengError, isOperation, metaOf, type Contract, type ErrorBody, type Operation } from '@heng/contract'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError, os } from '@orpc/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Identity } from '../identity.ts'
import type { Kit } from '../kit.ts'
import { errorBody } from '../messages.ts'
import { admit, dispatch, localeOf } from './dispatch.ts'
import { visibleError } from './errors.ts'

export const apiPrefix = '/api/v1'

interface Context {
  readonly request: FastifyRequest
}
type Tree = { [key: string]: unknown }

const routerOf = (kit: Kit, identity: Identity, contract: Contract, handlers: unknown, path: string): Tree =>
  Object.fromEntries(
    Object.entries(contract).map(([key, node]) => {
      const handler = (handlers as Tree | undefined)?.[key]
      if (!isOperation(node)) return [key, routerOf(kit, identity, node as Contract, handler, `${path}.${key}`)]
      if (typeof handler !== 'function') throw new Error(`operation ${path}.${key} has no handler`)
      return [key, procedureOf(kit, identity, node, handler as never)]
    }),
  )

const procedureOf = (kit: Kit, identity: Identity, operation: Operation, handler: (ctx: never, input: never) => Promise<unknown>) => {
  const meta = metaOf(operation)
  const run = dispatch(kit, operation, handler)
  const { route, inputSchema } = operation['~orpc']
  return os
    .$context<Context>()
    .use(async ({ context, next }) => next({ context: { admitted: await admit(kit, identity, meta, context.request) } }))
    .route(route)
    .input(inputSchema!)
    .handler(({ input, context }) => run(context.request, context.admitted, input))
}

/** The error of a request as its body; whatever is not meant for callers is logged and answered as `internal`. */
export const answer = (kit: Kit, request: FastifyRequest, thrown: unknown): ErrorBody => {
  const visible = visibleError(thrown)
  if (visible === null || visible.status >= 500) {
    const cause = thrown instanceof ORPCError ? (thrown.cause ?? thrown) : thrown
    kit.log.error({ err: cause, requestId: request.id }, 'request failed')
  }
  return errorBody(kit.errors, visible ?? new HengError('internal', { status: 500 }), localeOf(request), request.id)
}

/** Serves every operation of every room below `/api/v1`. */
export const mountContracts = (app: FastifyInstance, kit: Kit, identity: Identity): void => {
  const router = Object.fromEntries(
    kit.modules.flatMap((m) => (m.contract === undefined ? [] : [[m.name, routerOf(kit, identity, m.contract, m.handlers, m.name)]])),
  )
  const handler = new OpenAPIHandler<Context>(router as never, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    clientInterceptors: [
      async ({ next, context }) => {
        try {
          return await next()
        } catch (thrown) {
          const body = answer(kit, context.request, thrown)
          throw new ORPCError(body.code, { status: body.status, message: body.message, data: body, cause: thrown })
        }
      },
    ],
    customErrorResponseBodyEncoder: (error) => error.data ?? error.toJSON(),
  })
  app.all(`${apiPrefix}/*`, async (request, reply) => {
    takeIfMatch(request)
    const { matched } = await handler.handle(request, reply, { prefix: apiPrefix, context: { request } })
    if (!matched) throw new HengError('notFound', { status: 404, params: { what: 'operation' } })
  })
}

/** `If-Match: "3"` says the same as `version: 3` in the body (RFC 9110 §13.1.1). */
const takeIfMatch = (request: FastifyRequest): void => {
  const version = /^"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '')?.[1]
  const body = request.body
  if (version !== undefined && typeof body === 'object' && body !== null && !('version' in body)) {
    Object.assign(body, { version: Number(version) })
  }
}
