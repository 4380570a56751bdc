import { HengError, locales } from '@heng/contract'
import { mediaTypes, renderInWorker, whenGone, type Approval } from '@heng/reports'
import { apiPrefix, withCaller, type Ctx, type HengModule } from '@heng/server-kit'
import { z } from 'zod'
import { exportFormats } from '../../contract/index.ts'
import type { SoaContent } from '../../contract/content.ts'
import { messages } from '../../locales/index.ts'
import { basisHash, lastCheck } from '../check/check.ts'
import { contentFrom, linesFrom, sourcesOf } from '../content/build.ts'
import { allNeeds } from '../needs/needs.ts'
import { frozenContent, soaById, type SoaRow } from '../soa/store.ts'
import { approvalsOf } from './approvals.ts'
import { jsonOf } from './json.ts'
import { reportOf, type ExportFacts } from './report.ts'

const params = z.object({ org: z.string(), id: z.uuid() })
const query = z.object({ format: z.enum(exportFormats).default('pdf'), locale: z.enum(locales).optional() })

interface Material {
  readonly soa: SoaRow
  readonly content: SoaContent
  readonly facts: ExportFacts
}

/** Everything that an export needs, read in one transaction; rendering happens after it, outside of the database. */
const gather = async (ctx: Ctx, id: string, asked: ExportFacts['locale'] | undefined): Promise<Material> => {
  const soa = await soaById(ctx, id)
  const frozen = soa.state === 'draft' ? null : await frozenContent(ctx, id)
  const sources = frozen === null ? await sourcesOf(ctx, soa.framework) : null
  const lines = sources === null ? [] : await linesFrom(ctx, soa, sources)
  const content = frozen ?? contentFrom(ctx, soa, lines)
  const check = await lastCheck(ctx, id, sources === null ? null : basisHash(lines, await allNeeds(ctx, lines, sources.book)))
  const approvals: Approval[] = await approvalsOf(ctx, soa, asked ?? ctx.org.locale)
  return {
    soa,
    content,
    facts: {
      locale: asked ?? ctx.org.locale,
      state: soa.state,
      contentHash: soa.contentHash,
      check: check?.stale === true ? null : check,
      approvals,
      // A frozen version always gives the same document; a draft says when it was looked at.
      generatedAt: soa.approvedAt ?? ctx.now.toISOString(),
      timezone: ctx.org.timezone,
    },
  }
}

/** `GET /api/v1/orgs/:org/soa/:id/export?format=docx|xlsx|pdf|json&locale=en|zh-CN` */
export const routes: NonNullable<HengModule['routes']> = (app, kit, identity) => {
  app.get(`${apiPrefix}/orgs/:org/soa/:id/export`, async (request, reply) => {
    const [where, how] = [params.safeParse(request.params), query.safeParse(request.query)]
    if (!where.success || !how.success) throw new HengError('soa.exportQuery', { status: 400 })
    const { format, locale } = how.data
    const { soa, content, facts } = await withCaller(kit, identity, request, where.data.org, 'soa:read', 'read', (ctx) =>
      gather(ctx, where.data.id, locale),
    )
    const bytes =
      format === 'json' ? jsonOf(content, facts) : await renderInWorker(reportOf(content, facts), format, { signal: whenGone(reply.raw) })
    const name = `${soa.reference}-v${soa.number}-${messages[facts.locale].soa.report.heading}.${format}`
    return reply
      .type(mediaTypes[format])
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(Buffer.from(bytes))
  })
}
