import { HengError } from '@heng/contract'
import { allows, canonicalJson, register, resourceOf, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { risk as noun, type ControlEffects } from '../../contract/risk.ts'
import { endAcceptances } from '../acceptance/end.ts'
import { criteriaInForce } from '../method/inForce.ts'
import { derive } from './derive.ts'
import { checkReductions, mayBecome, type RiskState } from './rules.ts'

/** What controls take off is said once for each, in what the method can lower. */
const checkEffects = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const moved = drafts.filter(({ before, after }) => after.controlEffects !== null && canonicalJson(before?.controlEffects ?? null) !== canonicalJson(after.controlEffects))
  if (moved.length === 0) return
  const targets = (await criteriaInForce(ctx))?.method.targets
  for (const { after } of moved) {
    const effects = after.controlEffects as ControlEffects
    if (new Set(effects.map((e) => e.control)).size < effects.length) throw new HengError('invalid', { fields: [{ path: 'controlEffects', code: 'duplicate' }] })
    if (targets !== undefined) effects.forEach(({ reductions }, i) => checkReductions(`controlEffects.${i}`, reductions, targets))
  }
}

const check = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  await checkEffects(ctx, drafts)
  for (const { before, after } of drafts) {
    if (before === null) continue
    const [was, is] = [before.status as RiskState, after.status as RiskState]
    if (was !== is && !mayBecome(was, is)) throw new HengError('risks.notOpen', { status: 409, params: { reference: before.reference } })
    if (was === is && was !== 'open') throw new HengError('risks.notOpen', { status: 409, params: { reference: before.reference } })
  }
}

const actions = (ctx: Ctx, row: StoredRow): string[] => {
  if (row.archivedAt !== null) return []
  const resource = { unitId: row.unit as string | null, ownerIds: [row.owner as string | null] }
  const mayWrite = allows(ctx, 'risk:write', resource)
  if (row.status !== 'open') return mayWrite && row.status === 'closed' ? ['reopen'] : []
  return [
    ...(allows(ctx, 'risk:rate', resource) ? ['rate', ...(row.currentLevel === null ? [] : ['reviewed'])] : []),
    ...(mayWrite ? ['close', 'merge'] : []),
    ...(allows(ctx, 'riskAcceptance:request', resource) && row.residualLevel !== null && row.acceptance !== 'accepted' && row.acceptance !== 'requested' ? ['requestAcceptance'] : []),
  ]
}

export const risk = register(noun, {
  table: 'risk',
  defaultSort: '-currentLevel',
  // One approval of criteria stamps every risk anew; figures that moved with it make a version all the same.
  stamps: ['criteria', 'method', 'definitionHash'],
  links: {
    furtherAssets: { table: 'risk_further_asset', own: 'risk', other: 'asset' },
    existingControls: { table: 'risk_control', own: 'risk', other: 'control' },
  },
  frozen: (row) => row.status !== 'open',
  derive,
  check,
  afterwards: async (ctx, drafts) => {
    const lost = (is: string) => drafts.filter((d) => ['accepted', 'requested'].includes(d.before?.acceptance as string) && d.after.acceptance === is).map((d) => d.after.id)
    await endAcceptances(ctx, lost('reopened'), 'reopened', null)
    await endAcceptances(ctx, lost('none'), 'withdrawn', null)
  },
  actions,
})

export const riskResource = (row: StoredRow) => resourceOf(risk, row)
