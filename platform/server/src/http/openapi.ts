import { metaOf, operationsOf, type OperationMeta, type Text } from '@heng/contract'
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

interface Described {
  parameters?: unknown[]
  requestBody?: { content?: { 'application/json'?: { schema?: { properties?: object } } } }
  responses: Record<string, unknown>
}
interface Document {
  paths: Record<string, Record<string, Described>>
  components?: Record<string, unknown>
}

const headerParameter = (name: string, about: Text) => ({
  name, in: 'header', required: false, description: `${about.en} · ${about['zh-CN']}`, schema: { type: 'string', maxLength: 200 }, 'x-heng': { description: about },
})
const idempotencyKey = headerParameter('Idempotency-Key', {
  en: 'The same key with the same input is carried out once; the second call gets the first answer.', 'zh-CN': '键与输入都相同的请求只执行一次，重复请求得到首次的结果。',
})
const ifMatch = headerParameter('If-Match', { en: 'The version that the change is based on, instead of `version` in the body.', 'zh-CN': '修改所依据的版本号，可代替请求体中的 version。' })

const takesVersion = ({ requestBody }: Described): boolean => 'version' in (requestBody?.content?.['application/json']?.schema?.properties ?? {})

/** What the contract knows and the generator does not: who may call, both languages of the summary, headers, the form of errors. */
const describe = (operation: Described, meta: OperationMeta): Described => ({
  ...operation,
  ...(meta.permission === 'public' ? { security: [] } : {}),
  ...(meta.writes ? { parameters: [...(operation.parameters ?? []), idempotencyKey, ...(takesVersion(operation) ? [ifMatch] : [])] } : {}),
  responses: { ...operation.responses, default: { $ref: '#/components/responses/Error' } },
  'x-heng': { summary: meta.summary, permission: meta.permission, writes: meta.writes },
} as Described)

const generate = async (kit: Kit): Promise<Document> => {
  const contracts = kit.modules.flatMap((m) => (m.contract === undefined ? [] : [[m.name, m.contract] as const]))
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = (await generator.generate(Object.fromEntries(contracts) as never, {
    info: { title: 'Heng 衡', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: apiPrefix }],
    security: [{ apiToken: [] }],
  })) as unknown as Document
  const metas = new Map(contracts.flatMap(([, contract]) => operationsOf(contract).map((one) => metaOf(one))).map((meta) => [`${meta.method} ${meta.path}`, meta]))
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, describe(operation, metas.get(`${method.toUpperCase()} ${path}`)!)])),
    ])),
    components: {
      securitySchemes: { apiToken: { type: 'http', scheme: 'bearer', description: 'A token of your account page. · “我的账号”中的 API 令牌。' } },
      responses: { Error: { description: 'Refused · 拒绝', content: { 'application/json': { schema: errorSchema } } } },
    },
  }
}

/** `/api/v1/openapi.json` (OpenAPI 3.1), generated once at the first request from the same contracts that are served. */
export const mountOpenApi = (app: FastifyInstance, kit: Kit): void => {
  let document: Promise<string> | undefined
  app.get(`${apiPrefix}/openapi.json`, async (_request, reply) => {
    document ??= generate(kit).then((made) => JSON.stringify(made))
    return reply.type('application/json').header('cache-control', 'no-cache').send(await document)
  })
}
