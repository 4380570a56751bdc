import { HengError } from '@heng/contract'
import { openRisks } from '@heng/risks/reads'
import { updateRecords, type Ctx } from '@heng/server-kit'
import type { TriggerKind } from '../../contract/triggerKinds.ts'
import { asRoom, loadFor, shown } from '../shown.ts'
import { trigger } from './register.ts'
import { raiseTriggers } from './raise.ts'

interface Input {
  readonly risks: readonly string[]
  readonly kind: TriggerKind
  readonly reason: string
  readonly source?: { readonly noun: string; readonly id: string; readonly reference: string }
  readonly days?: number
}

/** Somebody knows of something that the figures do not say yet. */
export const raise = async (ctx: Ctx, { risks, kind, reason, source, days }: Input) => {
  const open = await openRisks(ctx, risks, 'reviewTrigger:raise')
  const raised = await raiseTriggers(ctx, [{ kind, title: reason, risks: open.map((r) => r.id), ...(source === undefined ? {} : { source }), ...(days === undefined ? {} : { days }) }])
  return { raised, skipped: risks.length - raised }
}

/** Takes back what was raised by mistake; the risk's day stays where it was brought to, since that does no harm. */
export const withdraw = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason: string }) => {
  const row = await loadFor(ctx, trigger, 'reviewTrigger:raise', { id, version })
  if (row.state !== 'open') throw new HengError('appetite.triggerAnswered', { status: 409 })
  const [saved] = await updateRecords(asRoom(ctx), trigger, [{ id, version, values: { state: 'withdrawn', answeredAt: ctx.now.toISOString() } }], reason, 'updated', { recordedAs: 'withdrawn' })
  return shown(ctx, trigger, saved!)
}
