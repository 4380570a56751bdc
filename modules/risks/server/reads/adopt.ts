import { HengError, notFound } from '@heng/contract'
import { authorise, createRecords, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { threatOf, vulnerabilityOf } from '../knowledge/content.ts'
import { risk } from '../risk/register.ts'
import { scenario } from '../scenario/register.ts'
import { titleOf } from '../scenario/titles.ts'

export interface WantedScenario {
  readonly asset: string
  readonly threat: string
  readonly vulnerability: string
}

interface AssetRow {
  readonly name: string
  readonly unit: string | null
  readonly owner: string | null
}

const known = (wanted: WantedScenario): void => {
  if (threatOf(wanted.threat) === undefined) throw new HengError('invalid', { fields: [{ path: 'threat', code: 'vocabulary', params: { value: wanted.threat } }] })
  if (vulnerabilityOf(wanted.vulnerability) === undefined) throw new HengError('invalid', { fields: [{ path: 'vulnerability', code: 'vocabulary', params: { value: wanted.vulnerability } }] })
}

/**
 * Proposes one scenario by hand, as generation would. A scenario of the same asset, threat and vulnerability is proposed
 * once, whatever became of it: then that one is answered. Needs `riskScenario:write` over the asset's unit.
 */
export const proposeScenario = async (ctx: Ctx, wanted: WantedScenario): Promise<{ id: string; reference: string; fresh: boolean }> => {
  known(wanted)
  const { rows: assets } = await sql<AssetRow>`select name, unit, owner from asset where org_id = ${ctx.org.id} and id = ${wanted.asset} and archived_at is null`.execute(ctx.tx)
  const asset = assets[0]
  if (asset === undefined) throw notFound('asset')
  authorise(ctx, 'riskScenario:write', { unitId: asset.unit, ownerIds: [asset.owner] })
  const { rows: same } = await sql<{ id: string; reference: string }>`select id, reference from risk_scenario
    where org_id = ${ctx.org.id} and asset = ${wanted.asset} and threat = ${wanted.threat} and vulnerability = ${wanted.vulnerability}`.execute(ctx.tx)
  if (same[0] !== undefined) return { ...same[0], fresh: false }
  const [made] = await createRecords(asRoom(ctx), scenario, [{ ...wanted, title: titleOf(wanted.threat, wanted.vulnerability, asset.name), assetCount: 1, unit: asset.unit, owner: asset.owner }])
  return { id: made!.id, reference: made!.reference, fresh: true }
}

export interface WantedRisk {
  readonly title: string
  readonly asset: string | null
  readonly owner: string | null
  readonly unit: string | null
  readonly threatText: string | null
  readonly consequence: string | null
}

/** Enters a risk in somebody's own words; needs `risk:write` where it will stand. */
export const enterRisk = async (ctx: Ctx, wanted: WantedRisk): Promise<{ id: string; reference: string }> => {
  const [made] = await createRecords(ctx, risk, [{ ...wanted, source: 'manual' }])
  return { id: made!.id, reference: made!.reference }
}

/** Asks for a right over risks that must all be there; answers which of them are open. One statement. */
export const openRisks = async (ctx: Ctx, ids: readonly string[], permission: `${string}:${string}`): Promise<{ id: string; reference: string; owner: string | null; unit: string | null }[]> => {
  const rows = await rowsByIds(ctx, risk, ids)
  if (rows.length < new Set(ids).size) throw notFound('risk')
  for (const row of rows) {
    const resource = { unitId: row.unit as string | null, ownerIds: [row.owner as string | null] }
    authorise(ctx, 'risk:read', resource)
    authorise(ctx, permission, resource)
  }
  return rows.filter((r) => r.status === 'open' && r.archivedAt === null).map((r) => ({ id: r.id, reference: r.reference, owner: r.owner as string | null, unit: r.unit as string | null }))
}
