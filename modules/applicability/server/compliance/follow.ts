import { requirementsOfControls } from '@heng/controls/reads'
import { mappingsOf } from '@heng/frameworks/reads'
import { rowsByIds, updateRecords, type Ctx, type Subscription } from '@heng/server-kit'
import { whatMoved } from '../evidence/because.ts'
import { controlsBehind, proposalsOf } from './proposals.ts'
import { conclusion } from './register.ts'
import { hasMoved } from './rules.ts'
import { concludedRequirements, conclusionsOf, type ConclusionRow } from './store.ts'

/** What evidence proposes now, kept beside each of these conclusions with when it moved and, in history, why. What people concluded stays as it is. */
const keep = async (ctx: Ctx, requirements: readonly string[], reason: string): Promise<void> => {
  const standing = await conclusionsOf(ctx, requirements, true)
  if (standing.size === 0) return
  const { of } = await proposalsOf(ctx, [...standing.keys()])
  const updates = [...standing.values()].flatMap((row) => {
    const proposal = of.get(row.requirement)!
    const controls = controlsBehind(proposal)
    const isSame = proposal.status === row.proposedNow
    if (isSame && controls.join() === row.controls.toSorted().join()) return []
    return [{ id: row.id, values: { proposedNow: proposal.status, controls, moved: hasMoved(row.status, row.proposed, proposal.status), ...(isSame ? {} : { movedAt: ctx.now.toISOString() }) } }]
  })
  if (updates.length > 0) await updateRecords(ctx, conclusion, updates, reason, 'updated', { recordedAs: 'proposalMoved' })
}

/** Only conclusions on which these controls have or had a say are looked at. */
const followControls = async (ctx: Ctx, controls: readonly string[], why: string): Promise<void> => {
  const direct = [...new Set([...(await requirementsOfControls(ctx, controls)).values()].flat())]
  const mapped = (await mappingsOf(ctx, direct)).map((m) => m.other.id)
  const touched = await concludedRequirements(ctx, { controls, requirements: [...new Set([...direct, ...mapped])] })
  if (touched.length > 0) await keep(ctx, touched, (await whatMoved(ctx, controls, why))[ctx.org.locale])
}

const onControl = (event: string, why?: string): Subscription => ({
  name: `applicability.conclusions.${event}`,
  event,
  handle: async (ctx, { payload }) => {
    const { ids, reason } = payload as { ids?: readonly string[]; reason?: string }
    if (ids !== undefined && ids.length > 0) await followControls(ctx, ids, why ?? reason ?? 'result')
  },
})

/** Mappings, frameworks and the statement change seldom and reach far: every conclusion is looked at. */
const onAll = (event: string, why: 'mapping' | 'framework' | 'statement'): Subscription => ({
  name: `applicability.conclusions.${event}`,
  event,
  handle: async (ctx) => {
    const all = await concludedRequirements(ctx, null)
    if (all.length > 0) await keep(ctx, all, (await whatMoved(ctx, [], why))[ctx.org.locale])
  },
})

/** Nobody followed the evidence while a conclusion was withdrawn. */
const onRestored: Subscription = {
  name: 'applicability.conclusions.conclusion.restored',
  event: 'conclusion.restored',
  handle: async (ctx, { payload }) => {
    const rows = (await rowsByIds(ctx, conclusion, (payload as { ids: readonly string[] }).ids)) as ConclusionRow[]
    await keep(ctx, rows.map((row) => row.requirement), (await whatMoved(ctx, [], 'changed'))[ctx.org.locale])
  },
}

export const followEvidence: readonly Subscription[] = [
  onRestored,
  onControl('control.effectivenessMoved'),
  onControl('control.created', 'changed'),
  onControl('control.updated', 'changed'),
  onControl('control.archived', 'gone'),
  onControl('control.restored', 'back'),
  ...['created', 'updated', 'archived', 'restored'].map((verb) => onAll(`mapping.${verb}`, 'mapping')),
  onAll('framework.upgraded', 'framework'),
  onAll('soa.approved', 'statement'),
]
