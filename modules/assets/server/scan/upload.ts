import type { Readable } from 'node:stream'
import { HengError } from '@heng/contract'
import { apiPrefix, drain, present, rowsByIds, withCaller, type Identity, type Kit } from '@heng/server-kit'
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

/** Reads the report out of the body; what is refused is refused before its first byte where that is known by then. */
const take = async (kit: Kit, identity: Identity, request: FastifyRequest, org: string, partial: boolean) => {
  await withCaller(kit, identity, request, org, 'assetScan:run', 'read', async () => undefined)
  const limit = kit.config.maxFile
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new HengError('tooLarge', { status: 413, params: { limit } })
  const body = request.body as Readable | undefined
  if (body === undefined) throw new HengError('assetScan.empty')
  // Read without a transaction: a slow upload must not hold one. Stopping half-way must not close the connection under the answer.
  return readReport(limited(body.iterator({ destroyOnReturn: false }), limit), partial)
}

const upload = async (kit: Kit, identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org } = request.params as { org: string }
  const { name, partial } = request.query as { name?: unknown; partial?: unknown }
  const report = await take(kit, identity, request, org, partial === 'true').catch(async (error: unknown) => {
    // The sender is still sending, and hears the reason only at the end.
    await drain(request.body as Readable | undefined)
    reply.header('connection', 'close')
    throw error
  })
  const fileName = plain(typeof name === 'string' ? (name.split(/[\\/]/).at(-1) ?? '') : '', 200)
  const row = await withCaller(kit, identity, request, org, 'assetScan:run', 'write', async (ctx) => {
    const { judged, known } = await judgeHosts(ctx, report.hosts)
    const id = await insertScan(ctx, fileName === '' ? 'scan.xml' : fileName, report, judged, known)
    const [stored] = await rowsByIds(ctx, assetScan, [id])
    return present(ctx, assetScan, stored!)
  })
  return reply.status(201).send(row)
}
