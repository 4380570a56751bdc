import { HengError } from '@heng/contract'
import { apiPrefix, withCaller, type HengModule } from '@heng/server-kit'
import { z } from 'zod'
import { importLimit, importRequest } from '../../contract/import.ts'
import { apply } from './apply.ts'
import { exportFramework } from './export.ts'
import { filesOf } from './files.ts'
import { overlayTable } from './overlay.ts'
import { preview } from './preview.ts'

const ofOrg = z.object({ org: z.string() })
const ofOne = ofOrg.extend({ id: z.uuid() })
const exportQuery = z.object({ format: z.enum(['csv', 'json']).default('csv'), overlay: z.string().optional() })

const parse = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new HengError('invalid', { fields: read.error.issues.slice(0, 20).map((i) => ({ path: i.path.join('.'), code: 'custom' })) })
}

/** Imports and exports of frameworks: bodies too large for, or not of, the contract. */
export const routes: NonNullable<HengModule['routes']> = (app, kit, identity) => {
  const base = `${apiPrefix}/orgs/:org/frameworks`

  app.post(`${base}/import/preview`, { bodyLimit: importLimit }, async (request) => {
    const body = parse(importRequest, request.body)
    return withCaller(kit, identity, request, parse(ofOrg, request.params).org, 'framework:import', 'read', (ctx) => preview(ctx, body))
  })

  app.post(`${base}/import/apply`, { bodyLimit: importLimit }, async (request) => {
    const body = parse(importRequest, request.body)
    return withCaller(kit, identity, request, parse(ofOrg, request.params).org, 'framework:import', 'write', (ctx) => apply(ctx, body))
  })

  app.post(`${base}/:id/overlay`, { bodyLimit: importLimit }, async (request) => {
    const [params, body] = [parse(ofOne, request.params), parse(importRequest, request.body)]
    return withCaller(kit, identity, request, params.org, 'requirement:overlay', 'write', (ctx) =>
      overlayTable(ctx, params.id, filesOf(body)[0]!),
    )
  })

  app.get(`${base}/:id/export`, async (request, reply) => {
    const [params, query] = [parse(ofOne, request.params), parse(exportQuery, request.query)]
    const file = await withCaller(kit, identity, request, params.org, 'framework:read', 'read', (ctx) => {
      if (query.overlay !== undefined) throw new HengError('framework.overlayExport', { status: 403 })
      return exportFramework(ctx, params.id, query.format)
    })
    return reply
      .type(query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${file.name}.${query.format}`)}`)
      .send(file.body)
  })
}
