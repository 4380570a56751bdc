import { HengError, notFound } from '@heng/contract'
import { authorise, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import type { Selection } from '../../contract/scenario.ts'
import { risk, riskResource } from '../risk/register.ts'
import { note } from './decide.ts'
import { choose } from './selection.ts'

/** Scenarios that a risk already covers: their assets join that risk. */
export const merge = async (ctx: Ctx, { select, into, reason }: { select: Selection; into: string; reason?: string }) => {
  const { rows, remaining } = await choose(ctx, select)
  const [target] = await rowsByIds(ctx, risk, [into])
  if (target === undefined) throw notFound('risk')
  authorise(ctx, 'risk:write', riskResource(target))
  if (target.status !== 'open' || target.archivedAt !== null) throw new HengError('risks.mergeTarget', { status: 409 })
  const assets = new Set([...(target.furtherAssets as string[]), ...rows.flatMap((r) => [r.asset, ...r.furtherAssets])])
  assets.delete(target.asset as string)
  await updateRecords(ctx, risk, [{ id: into, values: { furtherAssets: [...assets] } }], reason)
  await note(ctx, rows, 'merged', () => ({ risk: into, reason: reason ?? null }))
  return { done: rows.length, risks: [into], remaining }
}
