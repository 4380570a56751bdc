import { HengError, notFound } from '@heng/contract'
import { rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { CatalogueDiff } from '../../contract/catalogue.ts'
import { diffCatalogues, type Comparable } from '../catalogue/diff.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { installCatalogue } from './install.ts'
import { framework } from './register.ts'

/** The requirements of a framework as they stand, in the shape in which catalogues are compared. */
export const comparableOf = async (ctx: Ctx, frameworkId: string): Promise<Comparable[]> => {
  const { rows } = await sql<Comparable>`select ref, json_build_object('en', title_en, 'zh-CN', title_zh) as title,
      json_build_object('en', summary_en, 'zh-CN', summary_zh) as summary, json_build_object('en', guidance_en, 'zh-CN', guidance_zh) as guidance,
      assessable, withdrawn
    from requirement where org_id = ${ctx.org.id} and framework = ${frameworkId} order by position`.execute(ctx.tx)
  return rows
}

const newer = async (ctx: Ctx, id: string) => {
  const [row] = await rowsByIds(ctx, framework, [id])
  if (row === undefined) throw notFound('framework')
  const shipped = row.kind === 'shipped' && row.state === 'current' ? shippedCatalogue(String(row.key)) : undefined
  return { row, shipped: shipped === undefined || shipped.hash === row.contentHash ? undefined : shipped }
}

/** What the shipped version would change; null where this one is the newest. */
export const changes = async (ctx: Ctx, { id }: { id: string }): Promise<{ diff: CatalogueDiff | null }> => {
  const { row, shipped } = await newer(ctx, id)
  if (shipped === undefined) return { diff: null }
  const diff = diffCatalogues(await comparableOf(ctx, id), shipped.catalogue.nodes)
  return { diff: { ...diff, from: String(row.contentVersion), to: shipped.catalogue.version } }
}

/** Puts the newer shipped version beside the installed one, never over it. */
export const upgrade = async (ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> => {
  const { shipped } = await newer(ctx, id)
  if (shipped === undefined) throw new HengError('framework.newest', { status: 409 })
  return { id: (await installCatalogue(ctx, shipped.catalogue)).id }
}
