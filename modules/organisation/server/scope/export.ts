import { createHash } from 'node:crypto'
import { HengError, isLocale, notFound, type Locale } from '@heng/contract'
import { renderInWorker, ReportError, type Report, type ReportFormat } from '@heng/reports'
import { apiPrefix, authorise, canonicalJson, resourceOf, rowsByIds, withCaller, type Ctx, type Identity, type Kit, type StoredRow } from '@heng/server-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ScopeBasis } from '../../contract/scope.ts'
import { documentWords } from '../../locales/document.ts'
import { contextOf } from './basis.ts'
import { scope, snapshotOf } from './register.ts'
import { scopeReport } from './report.ts'

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
}
const query = z.object({ format: z.enum(['pdf', 'docx', 'json']), locale: z.string().optional() })

/** What was approved has the hash that was approved: a row changed behind the server's back is not printed as approved. */
const checkFrozen = (row: StoredRow): void => {
  if (row.frozenHash === null) return
  const hash = createHash('sha256').update(canonicalJson(snapshotOf(row, row.basis as ScopeBasis))).digest('hex')
  if (hash !== row.frozenHash) throw new HengError('organisation.scopeTampered', { status: 409 })
}

const reportOf = async (ctx: Ctx, id: string, locale: Locale): Promise<{ report: Report; name: string }> => {
  const [row] = z.uuid().safeParse(id).success ? await rowsByIds(ctx, scope, [id]) : []
  if (row === undefined) throw notFound('scope')
  authorise(ctx, 'scope:read', resourceOf(scope, row))
  checkFrozen(row)
  const basis = (row.basis as ScopeBasis | null) ?? (await contextOf(ctx, id)).basis
  return { report: scopeReport(ctx.org, row, basis, locale, ctx.now.toISOString()), name: `${documentWords[locale].file} ${ctx.org.name} v${String(row.edition)}` }
}

const render = async (report: Report, format: ReportFormat, signal: AbortSignal): Promise<Uint8Array> => {
  try {
    return await renderInWorker(report, format, { signal, timeLimitMs: 30_000 })
  } catch (error) {
    if (error instanceof ReportError && error.code === 'busy') throw new HengError('unavailable', { status: 503, cause: error })
    throw error
  }
}

const send = async (kit: Kit, identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org, id } = request.params as { org: string; id: string }
  const asked = query.safeParse(request.query)
  const { report, name } = await withCaller(kit, identity, request, org, 'scope:read', 'read', async (ctx) => {
    if (!asked.success) throw new HengError('invalid', { fields: [{ path: 'format', code: 'choice', params: { allowed: Object.keys(types).join(', ') } }] })
    return reportOf(ctx, id, isLocale(asked.data.locale) ? asked.data.locale : ctx.locale)
  })
  const { format } = asked.data!
  const stop = new AbortController()
  request.raw.once('close', () => stop.abort())
  const bytes = await render(report, format, stop.signal)
  const file = `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}.${format}`
  return reply
    .header('content-type', types[format]!)
    .header('content-disposition', `attachment; filename="scope.${format}"; filename*=UTF-8''${encodeURIComponent(file)}`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** `GET /orgs/{org}/scopes/{id}/export?format=pdf|docx|json&locale=en|zh-CN`: a file, so it is no operation of the contract. */
export const mountScopeExport = (app: FastifyInstance, kit: Kit, identity: Identity): void => {
  app.get(`${apiPrefix}/orgs/:org/scopes/:id/export`, (request, reply) => send(kit, identity, request, reply))
}
