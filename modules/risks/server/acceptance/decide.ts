import { HengError, notFound } from '@heng/contract'
import { authorise, emit, resourceOf, rowsByIds, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { hashOf } from '../method/hash.ts'
import { requireCriteria, ruleFor } from '../method/inForce.ts'
import { addMonths, dayIn } from '../risk/dates.ts'
import { markAcceptance } from '../risk/markAcceptance.ts'
import { shown } from '../shown.ts'
import { replaceHeld } from './replace.ts'
import { acceptance } from './register.ts'
import { checkValidUntil, decide as rule, holds, type Authority } from './rules.ts'
import { lockAbout } from './snapshot.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly decision: 'accept' | 'refuse'
  readonly reason: string
  readonly validUntil?: string
}

const load = async (ctx: Ctx, id: string): Promise<StoredRow> => {
  const [row] = await rowsByIds(ctx, acceptance, [id], true)
  if (row === undefined) throw notFound('riskAcceptance')
  authorise(ctx, 'riskAcceptance:decide', resourceOf(acceptance, row))
  return row
}

/**
 * The decision on one residual risk, of its owner and, where the criteria ask for it, of a higher authority. What was
 * decided on is frozen with its hash; the acceptance ends on a day.
 */
export const decide = async (ctx: Ctx, { id, version, decision, reason, validUntil }: Input) => {
  const row = await load(ctx, id)
  const about = await lockAbout(ctx, row.risk as string)
  const criteria = await requireCriteria(ctx)
  if (criteria.provisional) throw new HengError('risks.criteriaNotApproved', { status: 409 })
  // Nobody decides on a figure that has moved since it was asked about.
  if (about.residualLevel !== row.level) throw new HengError('risks.levelMoved', { status: 409, params: { asked: row.level, now: about.residualLevel ?? '–' } })
  const escalated = row.state === 'escalated'
  const state = rule({
    state: row.state as string, decision, authority: row.authority as Authority, isOwner: row.owner === ctx.caller.personId,
    holdsAuthority: holds(row.authority as Authority, ctx.caller.roles, row.unit as string | null),
  })
  const latest = addMonths(ctx.now, ruleFor(criteria, row.level as number)!.validMonths, ctx.org.timezone)
  const asked = validUntil ?? ((row.validUntil as string | null) ?? undefined)
  const until = decision === 'refuse' ? null : checkValidUntil(asked, dayIn(ctx.now, ctx.org.timezone), latest)
  const by = escalated
    ? { countersignedBy: ctx.caller.personId, countersignedAt: ctx.now.toISOString(), countersignReason: reason }
    : { decidedBy: ctx.caller.personId, decidedAt: ctx.now.toISOString(), reason }
  if (state !== 'escalated' && about.acceptance === 'accepted') await replaceHeld(ctx, row.risk as string)
  const [saved] = await updateRecords(asRoom(ctx), acceptance, [{ id, version, values: { ...by, state, validUntil: until, frozen: about.snapshot, frozenHash: hashOf(about.snapshot) } }], reason, 'updated', { recordedAs: state })
  if (state !== 'escalated') {
    await markAcceptance(ctx, [{ id: row.risk as string, acceptance: state, ...(state === 'accepted' ? { until, level: row.level as number } : {}) }], reason)
  }
  await emit(ctx, `riskAcceptance.${state}`, { ids: [id], risks: [row.risk] })
  return shown(ctx, acceptance, saved!)
}

export const withdraw = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason: string }) => {
  const [row] = await rowsByIds(ctx, acceptance, [id], true)
  if (row === undefined) throw notFound('riskAcceptance')
  authorise(ctx, 'riskAcceptance:request', resourceOf(acceptance, row))
  if (!['requested', 'escalated', 'accepted'].includes(row.state as string)) throw new HengError('risks.alreadyDecided', { status: 409 })
  const [saved] = await updateRecords(asRoom(ctx), acceptance, [{ id, version, values: { state: 'withdrawn' } }], reason, 'updated', { recordedAs: 'withdrawn' })
  const about = await lockAbout(ctx, row.risk as string)
  // A withdrawn request for renewal leaves what was accepted before.
  if (row.state === 'accepted' || about.acceptance !== 'accepted') await markAcceptance(ctx, [{ id: row.risk as string, acceptance: 'none' }], reason)
  return shown(ctx, acceptance, saved!)
}
