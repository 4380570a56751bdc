import { notFound } from '@heng/contract'
import { riskFacts } from '@heng/risks/reads'
import { allows, authorise, labelsOf, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import type { Results } from '../../contract/index.ts'
import { reductionsOf } from '../chain/reductions.ts'
import { shown } from '../shown.ts'
import { quantification } from './register.ts'
import { activeOfRisks } from './store.ts'

/** The risk that this is about, if the caller may look at what it costs. */
export const authoriseOfRisk = async (ctx: Ctx, id: string) => {
  const risk = (await riskFacts(ctx, [id])).get(id)
  if (risk === undefined) throw notFound('risk')
  const resource = { unitId: risk.unit, ownerIds: [risk.owner] }
  if (!allows(ctx, 'quantification:read', resource)) throw notFound('risk')
  return { risk, resource }
}

/** Whoever simulated it is named like the experts. */
const withPeople = (row: StoredRow): StoredRow => {
  const by = (row.results as Results | null)?.by ?? null
  return by === null ? row : { ...row, experts: [...new Set([...(row.experts as string[]), by])] }
}

/** What a risk may cost, with the controls and measures that bear on it today. */
export const ofRisk = async (ctx: Ctx, { id }: { id: string }) => {
  const { risk, resource } = await authoriseOfRisk(ctx, id)
  const [there] = await activeOfRisks(ctx, [id])
  const [row] = there === undefined ? [] : await rowsByIds(ctx, quantification, [there.id])
  if (row !== undefined) authorise(ctx, 'quantification:read', resource)
  const reductions = (await reductionsOf(ctx, [id])).get(id) ?? []
  return {
    quantification: row === undefined ? null : shown(ctx, quantification, row), reductions: [...reductions], currency: (row?.currency as string | undefined) ?? ctx.org.currency,
    labels: row === undefined ? {} : await labelsOf(ctx, quantification.noun, [withPeople(row)]),
    mayBegin: row === undefined && risk.isOpen && allows(ctx, 'quantification:write', resource),
  }
}
