import { notFound } from '@heng/contract'
import { rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { requireCriteria } from '../method/inForce.ts'
import { shown } from '../shown.ts'
import type { ControlEffects } from '../../contract/risk.ts'
import { authoriseRisk } from './authoriseRisk.ts'
import { nextReview } from './cadence.ts'
import { risk } from './register.ts'
import { checkMergeTarget } from './rules.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** What the risk that goes on says of a control counts before what the one that ends said. */
const onceEach = (effects: ControlEffects): ControlEffects => effects.filter((e, i) => effects.findIndex((o) => o.control === e.control) === i)

const notAccepted = { acceptance: 'none', acceptedUntil: null, acceptedLevel: null }

/** Closes a risk that no longer exists; what was accepted about it ends with it. */
export const close = async (ctx: Ctx, { id, version, reason }: Input) => {
  const [row] = await updateRecords(ctx, risk, [{ id, version, values: { status: 'closed', statusReason: reason, ...notAccepted } }], reason, 'updated', { recordedAs: 'closed' })
  return shown(ctx, risk, row!)
}

export const reopen = async (ctx: Ctx, { id, version, reason }: Input) => {
  const [row] = await updateRecords(ctx, risk, [{ id, version, values: { status: 'open', statusReason: reason } }], reason, 'updated', { recordedAs: 'reopened' })
  return shown(ctx, risk, row!)
}

/** Ends a risk in favour of another that covers it: its assets and existing controls go over. */
export const merge = async (ctx: Ctx, { id, version, into, reason }: Input & { into: string }) => {
  const rows = await rowsByIds(ctx, risk, [id, into], true)
  const from = rows.find((r) => r.id === id)
  if (from === undefined) throw notFound('risk')
  const target = checkMergeTarget(id, rows.find((r) => r.id === into))
  const assets = new Set([...(target.furtherAssets as string[]), ...(from.furtherAssets as string[]), ...(from.asset === null ? [] : [from.asset as string])])
  assets.delete(target.asset as string)
  const controlEffects = [...((target.controlEffects ?? []) as ControlEffects), ...((from.controlEffects ?? []) as ControlEffects)]
  const controls = new Set([...(target.existingControls as string[]), ...(from.existingControls as string[])])
  await updateRecords(ctx, risk, [{ id: into, values: { furtherAssets: [...assets], existingControls: [...controls], controlEffects: onceEach(controlEffects) } }], reason)
  const [saved] = await updateRecords(ctx, risk, [{ id, version, values: { status: 'merged', mergedInto: into, statusReason: reason, ...notAccepted } }], reason, 'updated', { recordedAs: 'merged' })
  return shown(ctx, risk, saved!)
}

/** Says at the review that a risk stands as rated: the next review moves on, the figures stay. */
export const reviewed = async (ctx: Ctx, { id, version, reason }: Input) => {
  await authoriseRisk(ctx, 'risk:rate', id)
  const criteria = await requireCriteria(ctx)
  const [row] = await rowsByIds(ctx, risk, [id])
  const due = nextReview(ctx, criteria, row!)
  const values = { lastAssessedAt: ctx.now.toISOString(), ...(due === undefined ? {} : { reviewDue: due }) }
  const [saved] = await updateRecords(asRoom(ctx), risk, [{ id, version, values }], reason, 'updated', { recordedAs: 'reviewed' })
  return shown(ctx, risk, saved!)
}
