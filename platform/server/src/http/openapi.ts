import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'
import type { Kit } from '../kit.ts'
import { apiPrefix } from './mount.ts'

const errorSchema = {
  type: 'object',
  required: ['code', 'status', 'message'],
  properties: {
    code: { type: 'string' }, status: { type: 'integer' }, message: { type: 'string' }, hint: { type: 'string' },
    fields: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } } },
    data: {}, requestId: { type: 'string' },
  },
} as const

/** `/api/v1/openapi.json` (OpenAPI 3.1), generated once at the first request from the same contracts that are served. */
export const mountOpenApi = (app: FastifyInstance, kit: Kit): void => {
  let document: Promise<unknown> | undefined
  const generate = () =>
    new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(
      Object.fromEntries(kit.modules.flatMap((m) => (m.contract === undefined ? [] : [[m.name, m.contract]]))) as never,
      {
        info: { title: 'Heng', version: '1' },
        servers: [{ url: apiPrefix }],
        customErrorResponseBodySchema: () => errorSchema as never,
      },
    )
  app.get(`${apiPrefix}/openapi.json`, async () => (document ??= generate()))
}
