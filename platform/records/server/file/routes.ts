import type { Readable } from 'node:stream'
import { HengError, notFound } from '@heng/contract'
import { apiPrefix, drain, record, withCaller, type Identity, type Kit } from '@heng/server-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { downloadable } from './access.ts'
import { attachmentDisposition, safeName } from './name.ts'
import { byteRange } from './range.ts'
import { insertFile, lockContent } from './register.ts'
import { discard, keep, readContent, receive, type Received } from './store.ts'

const uuid = z.uuid()

/**
 * `PUT /orgs/{org}/files?name=…` takes the bytes themselves and answers with the file's row; `GET /orgs/{org}/files/{id}`
 * gives them back. Hand-written because contracts buffer what they carry.
 */
export const mountFiles = (app: FastifyInstance, kit: Kit, identity: Identity): void => {
  void app.register(async (scope) => {
    // The body stays a stream, whatever its type claims to be.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.put(`${apiPrefix}/orgs/:org/files`, (request, reply) => upload(kit, identity, request, reply))
    scope.get(`${apiPrefix}/orgs/:org/files/:id`, (request, reply) => download(kit, identity, request, reply))
  })
}

/** Takes the body in; what is refused is refused before its first byte where that is known by then. */
const take = async (kit: Kit, identity: Identity, request: FastifyRequest, org: string): Promise<Received> => {
  const { dataDir, maxFile } = kit.config
  await withCaller(kit, identity, request, org, 'file:write', 'read', async () => undefined)
  if (Number(request.headers['content-length'] ?? 0) > maxFile) throw new HengError('tooLarge', { status: 413, params: { limit: maxFile } })
  const body = request.body as Readable | undefined
  if (body === undefined) throw new HengError('file.empty')
  // Stopping half-way must not close the connection under the answer.
  return receive(dataDir, body.iterator({ destroyOnReturn: false }), maxFile)
}

const upload = async (kit: Kit, identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org } = request.params as { org: string }
  const { name } = request.query as { name?: unknown }
  const { dataDir } = kit.config
  const received = await take(kit, identity, request, org).catch(async (error: unknown) => {
    await drain(request.body as Readable | undefined)
    reply.header('connection', 'close')
    // Nobody hears this answer; it keeps a sender who went away out of the log of failures.
    throw (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? new HengError('file.aborted', { status: 400 }) : error
  })
  try {
    const file = await withCaller(kit, identity, request, org, 'file:write', 'write', async (ctx) => {
      await lockContent(received.sha256).execute(ctx.tx)
      await keep(dataDir, received)
      const row = await insertFile(ctx, safeName(typeof name === 'string' ? name : ''), received)
      await record(ctx, { noun: 'file', action: 'uploaded' }, [{ id: row.id, version: 1, before: null, after: row }])
      return row
    })
    return await reply.status(201).send(file)
  } finally {
    await discard(received.path)
  }
}

const download = async (kit: Kit, identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org, id } = request.params as { org: string; id: string }
  if (!uuid.safeParse(id).success) throw notFound('file')
  const file = await withCaller(kit, identity, request, org, 'signedIn', 'read', (ctx) => downloadable(ctx, id))
  const etag = `"${file.sha256}"`
  reply.headers({
    'content-type': file.type === 'text/plain' ? 'application/octet-stream' : file.type,
    'content-disposition': attachmentDisposition(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    // May be kept by the browser, but is asked for again each time: the right to it may have gone.
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag,
  })
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  const conditional = request.headers['if-range']
  const range = conditional !== undefined && conditional !== etag ? undefined : byteRange(request.headers.range, file.size)
  if (range === null) return reply.status(416).header('content-range', `bytes */${file.size}`).send()
  if (range === undefined) return reply.header('content-length', file.size).send(readContent(kit.config.dataDir, file.sha256))
  reply.status(206).headers({ 'content-range': `bytes ${range.start}-${range.end}/${file.size}`, 'content-length': range.end - range.start + 1 })
  return reply.send(readContent(kit.config.dataDir, file.sha256, range))
}
