import { HengError, notFound } from '@heng/contract'
import { authorise, emit, resourceOf, rowsByIds, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { hashOf } from '../method/hash.ts'
import { requireCriteria, ruleFor } from '../method/inForce.ts'
import { addMonths, dayIn } from '../risk/dates.ts'
import { risk } from '../risk/register.ts'
import { shown } from '../shown.ts'
import { replaceHeld } from './replace.ts'
import { acceptance } from './register.ts'
import { checkValidUntil, decide as rule, holds, type Authority } from './rules.ts'
import { snapshotOf } from './snapshot.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly decision: 'accept' | 'refuse'
  readonly reason: string
  readonly validUntil?: string
}

const load = async (ctx: Ctx, id: string): Promise<{ row: StoredRow; about: StoredRow }> => {
  const [row] = await rowsByIds(ctx, acceptance, [id], true)
  if (row === undefined) throw notFound('riskAcceptance')
  authorise(ctx, 'riskAcceptance:decide', resourceOf(acceptance, row))
  const [about] = await rowsByIds(ctx, risk, [row.risk as string], true)
  return { row, about: about! }
}

/**
 * The decision on one residual risk, of its owner and, where the criteria ask for it, of a higher authority. What was
 * decided on is frozen with its hash; the acceptance ends on a day.
 */
export const decide = async (ctx: Ctx, { id, version, decision, reason, validUntil }: Input) => {
  const { row, about } = await load(ctx, id)
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
  const snapshot = await snapshotOf(ctx, about)
  const by = escalated
    ? { countersignedBy: ctx.caller.personId, countersignedAt: ctx.now.toISOString(), countersignReason: reason }
    : { decidedBy: ctx.caller.personId, decidedAt: ctx.now.toISOString(), reason }
  if (state !== 'escalated') await replaceHeld(ctx, row.risk as string)
  const [saved] = await updateRecords(asRoom(ctx), acceptance, [{ id, version, values: { ...by, state, validUntil: until, frozen: snapshot, frozenHash: hashOf(snapshot) } }], reason)
  if (state !== 'escalated') await note(ctx, about.id, state, until, row.level as number)
  await emit(ctx, `riskAcceptance.${state}`, { ids: [id], risks: [about.id] })
  return shown(ctx, acceptance, saved!)
}

const note = async (ctx: Ctx, id: string, state: 'accepted' | 'refused', until: string | null, level: number): Promise<void> => {
  const held = state === 'accepted' ? { acceptedUntil: until, acceptedLevel: level } : { acceptedUntil: null, acceptedLevel: null }
  await updateRecords(asRoom(ctx), risk, [{ id, values: { acceptance: state, ...held } }])
}

export const withdraw = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason: string }) => {
  const [row] = await rowsByIds(ctx, acceptance, [id], true)
  if (row === undefined) throw notFound('riskAcceptance')
  authorise(ctx, 'riskAcceptance:request', resourceOf(acceptance, row))
  if (!['requested', 'escalated', 'accepted'].includes(row.state as string)) throw new HengError('risks.alreadyDecided', { status: 409 })
  const [saved] = await updateRecords(asRoom(ctx), acceptance, [{ id, version, values: { state: 'withdrawn' } }], reason)
  const [about] = await rowsByIds(ctx, risk, [row.risk as string])
  const renewing = row.state !== 'accepted' && about?.acceptance === 'accepted'
  if (!renewing) await updateRecords(asRoom(ctx), risk, [{ id: row.risk as string, values: { acceptance: 'none', acceptedUntil: null, acceptedLevel: null } }], reason)
  return shown(ctx, acceptance, saved!)
}
