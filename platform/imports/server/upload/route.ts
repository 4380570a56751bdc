import type { Readable } from 'node:stream'
import { HengError } from '@heng/contract'
import { apiPrefix, drain, withCaller, type Identity, type Kit } from '@heng/server-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { receive, removeUpload } from './files.ts'
import { safeName } from './name.ts'

/**
 * `PUT /orgs/{org}/import-uploads?name=…` takes the bytes of a file and answers with its id, for `import.create`.
 * Hand-written because contracts buffer what they carry.
 */
export const mountUpload = (app: FastifyInstance, kit: Kit, identity: Identity): void => {
  void app.register(async (scope) => {
    // The body stays a stream, whatever its type claims to be.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.put(`${apiPrefix}/orgs/:org/import-uploads`, (request, reply) => upload(kit, identity, request, reply))
  })
}

/** Takes the body in; what is refused is refused before its first byte where that is known by then. */
const take = async (kit: Kit, identity: Identity, request: FastifyRequest, org: string, id: string) => {
  const { dataDir, maxFile } = kit.config
  await withCaller(kit, identity, request, org, 'import:run', 'read', async () => undefined)
  if (Number(request.headers['content-length'] ?? 0) > maxFile) throw new HengError('tooLarge', { status: 413, params: { limit: maxFile } })
  const body = request.body as Readable | undefined
  if (body === undefined) throw new HengError('import.emptyFile')
  // Stopping half-way must not close the connection under the answer.
  return receive(dataDir, id, body.iterator({ destroyOnReturn: false }), maxFile)
}

const upload = async (kit: Kit, identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org } = request.params as { org: string }
  const { name } = request.query as { name?: unknown }
  const { dataDir } = kit.config
  const id = v7()
  const { bytes, sha256 } = await take(kit, identity, request, org, id).catch(async (error: unknown) => {
    // The sender is still sending, and hears the reason only at the end: too large, no right, disk full.
    await drain(request.body as Readable | undefined)
    reply.header('connection', 'close')
    throw error
  })
  const fileName = safeName(typeof name === 'string' ? name : '')
  try {
    await withCaller(kit, identity, request, org, 'import:run', 'write', (ctx) =>
      sql`insert into import_upload (id, org_id, user_id, file_name, bytes, sha256, created_at)
        values (${id}, ${ctx.org.id}, ${ctx.caller.userId}, ${fileName}, ${bytes}, ${sha256}, ${ctx.now})`.execute(ctx.tx))
  } catch (error) {
    await removeUpload(dataDir, id)
    throw error
  }
  return reply.status(201).send({ uploadId: id, fileName, bytes, sha256 })
}
