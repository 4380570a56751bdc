import { HengError } from '@heng/contract'
import { apiPrefix, present, rowsByIds, withCaller, type Identity, type Kit } from '@heng/server-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { plain } from './describe.ts'
import { judgeHosts } from './judge.ts'
import { readReport } from './read.ts'
import { assetScan } from './register.ts'
import { insertScan } from './store.ts'

/**
 * `PUT /orgs/{org}/asset-scans?name=…` takes a scanner's report itself, reads it to its end and answers with the scan.
 * `partial=true` takes the hosts before the place where a report breaks off. Hand-written because contracts buffer what
 * they carry; the report streams through the reader and is not kept.
 */
export const mountScanUpload = (app: FastifyInstance, kit: Kit, identity: Identity): void => {
  void app.register(async (scope) => {
    // The body stays a stream, whatever its type claims to be.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.put(`${apiPrefix}/orgs/:org/asset-scans`, (request, reply) => upload(kit, identity, request, reply))
  })
}

async function* limited(body: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > limit) throw new HengError('tooLarge', { status: 413, params: { limit } })
    yield chunk
  }
}

const upload = async (kit: Kit, identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org } = request.params as { org: string }
  const { name, partial } = request.query as { name?: unknown; partial?: unknown }
  // Refused before the first byte is read, and then the rest of the body is not waited for.
  reply.header('connection', 'close')
  await withCaller(kit, identity, request, org, 'assetScan:run', 'read', async () => undefined)
  const limit = kit.config.maxFile
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new HengError('tooLarge', { status: 413, params: { limit } })
  const body = request.body as AsyncIterable<Buffer> | undefined
  if (body === undefined) throw new HengError('assetScan.empty')
  // Read without a transaction: a slow upload must not hold one.
  const report = await readReport(limited(body, limit), partial === 'true')
  reply.removeHeader('connection')
  const fileName = plain(typeof name === 'string' ? (name.split(/[\\/]/).at(-1) ?? '') : '', 200)
  const row = await withCaller(kit, identity, request, org, 'assetScan:run', 'write', async (ctx) => {
    const { judged, known } = await judgeHosts(ctx, report.hosts)
    const id = await insertScan(ctx, fileName === '' ? 'scan.xml' : fileName, report, judged, known)
    const [stored] = await rowsByIds(ctx, assetScan, [id])
    return present(ctx, assetScan, stored!)
  })
  return reply.status(201).send(row)
}
