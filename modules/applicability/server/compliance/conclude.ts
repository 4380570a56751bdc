import { HengError, invalid, notFound } from '@heng/contract'
import { requirementsByIds, wording } from '@heng/frameworks/reads'
import { authorise, createRecords, updateRecords, type Ctx } from '@heng/server-kit'
import type { RequirementProposal } from '../../contract/compliance.ts'
import type { RequirementStatus } from '../../contract/conclusion.ts'
import { controlsBehind, proposalsOf, type Proposals } from './proposals.ts'
import { conclusion } from './register.ts'
import { conclusionsOf, type ConclusionRow } from './store.ts'
import { basisInWords } from './words.ts'

interface Item {
  readonly requirement: string
  readonly status: RequirementStatus
  readonly version: number | null
}
interface Input {
  readonly items: readonly Item[]
  readonly reason?: string | undefined
}

/** Nobody overwrites what somebody else has concluded meanwhile. */
const checkSeen = (items: readonly Item[], standing: ReadonlyMap<string, ConclusionRow>): void => {
  const stale = items.find((item) => (standing.get(item.requirement)?.version ?? null) !== item.version)
  if (stale !== undefined) throw new HengError('versionConflict', { status: 409, data: { current: standing.get(stale.requirement) ?? null } })
}

/** A conclusion against the evidence, or where evidence says nothing, has to say why. */
const checkReasons = (items: readonly Item[], of: Proposals['of'], reason: string | undefined): void => {
  if (reason !== undefined) return
  const against = items.filter((item) => of.get(item.requirement)?.status !== item.status)
  if (against.length > 0) throw new HengError('conclusion.reason', { fields: [{ path: 'reason', code: 'required' }], params: { count: against.length }, data: { requirements: against.slice(0, 100).map((i) => i.requirement) } })
}

/**
 * People conclude how requirements stand, one or many at once, and what they saw is kept with it: what the evidence proposed and what that rested on. Asked again with
 * the same, nothing changes. The number of statements does not depend on how many there are.
 */
export const conclude = async (ctx: Ctx, { items, reason }: Input) => {
  authorise(ctx, 'conclusion:write', {})
  const wanted = [...new Map(items.map((item) => [item.requirement, item])).values()]
  if (wanted.length < items.length) throw invalid('items', 'duplicate')
  const ids = wanted.map((item) => item.requirement)
  const requirements = new Map((await requirementsByIds(ctx, ids)).map((r) => [r.id, r]))
  if (requirements.size < ids.length) throw notFound('requirement')
  if ([...requirements.values()].some((r) => !r.assessable)) throw new HengError('conclusion.heading', { status: 409 })
  const standing = await conclusionsOf(ctx, ids, true)
  checkSeen(wanted, standing)
  const proposals = await proposalsOf(ctx, ids)
  checkReasons(wanted, proposals.of, reason)
  const decided = (item: Item, proposal: RequirementProposal) => ({
    status: item.status, reason: reason ?? null, proposed: proposal.status, proposedNow: proposal.status, moved: false, movedAt: null,
    basis: basisInWords(ctx.org.locale, proposal, proposals), controls: controlsBehind(proposal), decidedBy: ctx.caller.personId, decidedAt: ctx.now.toISOString(),
  })
  const isNew = (item: Item) => !standing.has(item.requirement)
  const isSame = (item: Item): boolean => {
    const row = standing.get(item.requirement)
    return row !== undefined && row.status === item.status && row.proposed === proposals.of.get(item.requirement)!.status && (reason === undefined || row.reason === reason)
  }
  const fresh = wanted.filter(isNew)
  const again = wanted.filter((item) => !isNew(item) && !isSame(item))
  await createRecords(ctx, conclusion, fresh.map((item) => {
    const requirement = requirements.get(item.requirement)!
    const title = wording(requirement, 'title', ctx.org.locale)
    return { name: title === null ? requirement.ref : `${requirement.ref} ${title}`, requirement: requirement.id, framework: requirement.framework, ...decided(item, proposals.of.get(item.requirement)!) }
  }), reason)
  if (again.length > 0) {
    await updateRecords(ctx, conclusion, again.map((item) => ({ id: standing.get(item.requirement)!.id, values: decided(item, proposals.of.get(item.requirement)!) })), reason, 'updated', { recordedAs: 'concluded' })
  }
  return { created: fresh.length, changed: again.length, unchanged: wanted.length - fresh.length - again.length }
}
