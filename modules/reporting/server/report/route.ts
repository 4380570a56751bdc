import { HengError, notFound } from '@heng/contract'
import { pathOfFile } from '@heng/records/reads'
import { mediaTypes, renderFileInWorker, ReportError, whenGone } from '@heng/reports'
import { apiPrefix, authorise, resourceOf, rowsByIds, withCaller, type Ctx, type HengModule, type StoredRow } from '@heng/server-kit'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { reportFormats } from '../../contract/index.ts'
import { report } from './register.ts'

const params = z.object({ org: z.string(), id: z.uuid() })
const query = z.object({ format: z.enum(reportFormats).default('pdf') })

const readable = async (ctx: Ctx, id: string): Promise<StoredRow> => {
  const [row] = await rowsByIds(ctx, report, [id])
  if (row === undefined) throw notFound('report')
  authorise(ctx, 'report:read', resourceOf(report, row))
  return row
}

const codes = { 'too-large': ['reporting.tooLarge', 422], busy: ['reporting.busy', 503], 'time-limit': ['reporting.slow', 503], altered: ['reporting.altered', 500] } as const

/** What stands in the way of a file, as callers are told. */
const told = (error: unknown, format: string): unknown => {
  const known = error instanceof ReportError ? codes[error.code as keyof typeof codes] : undefined
  return known === undefined ? error : new HengError(known[0], { status: known[1], params: { format: format.toUpperCase() } })
}

/** `GET /api/v1/orgs/:org/reports/:id/file?format=pdf|docx|xlsx|json`: a generated report, made anew from what was kept; PDF and JSON byte for byte. */
export const routes: NonNullable<HengModule['routes']> = (app, kit, identity) => {
  app.get(`${apiPrefix}/orgs/:org/reports/:id/file`, async (request, reply) => {
    const [where, how] = [params.safeParse(request.params), query.safeParse(request.query)]
    if (!where.success) throw notFound('report')
    if (!how.success) throw new HengError('reporting.query', { status: 400 })
    const { format } = how.data
    const row = await withCaller(kit, identity, request, where.data.org, 'report:read', 'read', (ctx) => readable(ctx, where.data.id))
    const file = { path: pathOfFile(kit, row.sha256 as string), sha256: row.sha256 as string }
    const body = format === 'json' ? createReadStream(file.path) : Buffer.from(await renderFileInWorker(file, format, { signal: whenGone(reply.raw) }).catch((error: unknown) => {
      throw told(error, format)
    }))
    return reply.headers({
      'content-type': mediaTypes[format], 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${row.reference as string} ${row.title as string}.${format}`)}`,
      'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    }).send(body)
  })
}
