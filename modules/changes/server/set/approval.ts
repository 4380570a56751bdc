import type { ApprovalKind, RequestedStep } from '@heng/approvals/reads'
import { notFound } from '@heng/contract'
import { emit, rowsByIds, type Ctx } from '@heng/server-kit'
import type { Effect } from '../../contract/index.ts'
import { completeContent, contentFrom } from './content.ts'
import { itemsWithEffect, type ItemsWithEffect } from './effect.ts'
import { changeSet } from './register.ts'
import { move, type SetRow } from './store.ts'

/**
 * Who decides. The ISMS manager, unless that is who asks, because nobody approves their own change (ISO/IEC 27002 5.3); then, or where a
 * risk would rise above what its owner alone may accept, top management, after the ISMS manager.
 */
export const stepsFor = (asksAsManager: boolean, { risks }: Pick<Effect, 'risks'>): RequestedStep[] => {
  const manager: RequestedStep = { order: 1, role: 'ismsManager' }
  const top: RequestedStep = { order: 2, role: 'topManagement' }
  if (asksAsManager) return [top]
  return risks.aboveOwner > 0 ? [manager, top] : [manager]
}

const rowOf = async (ctx: Ctx, id: string, lock: boolean): Promise<SetRow> => {
  const [row] = await rowsByIds(ctx, changeSet, [id], lock)
  if (row === undefined) throw notFound('changeSet')
  return row as SetRow
}

interface Asked {
  readonly set: SetRow
  /** Not yet found complete: its items with their effect. */
  readonly read?: ItemsWithEffect
  moved?: SetRow
}
/** Sets that this transaction has read to ask for something about them, so that nothing is read twice. */
const asked = new WeakMap<Ctx['tx'], Asked>()

/** Asks for something about a set that is known to be complete; answers with the set as the request left it. */
export const asking = async (ctx: Ctx, set: SetRow, ask: () => Promise<unknown>): Promise<SetRow> => {
  const known: Asked = { set }
  asked.set(ctx.tx, known)
  await ask()
  return known.moved ?? set
}

/** A change set is approved as a whole, with the effect that its approvers saw. */
export const changeSetApproval: ApprovalKind = {
  kind: 'changeSet',
  label: { en: 'Change set', 'zh-CN': '变更集' },
  parts: { changes: { en: 'Changes', 'zh-CN': '变更项' }, effect: { en: 'Effect', 'zh-CN': '影响' } },
  // For comparing with what was frozen, and for asking again.
  snapshot: async (ctx, { recordId }) => {
    const [set, read] = [await rowOf(ctx, recordId, false), await itemsWithEffect(ctx, recordId)]
    asked.set(ctx.tx, { set, read })
    return contentFrom(ctx, set, read)
  },
  onRequested: async (ctx, approval) => {
    const known = asked.get(ctx.tx)!
    // Asked again after a rejection: what is asked for must still be complete.
    if (known.read !== undefined) await completeContent(ctx, known.set, known.read)
    known.moved = await move(ctx, known.set, 'inReview', 'submitted', { approval: approval.id, contentHash: approval.snapshotHash })
  },
  onDecided: async (ctx, approval, outcome) => {
    const row = await rowOf(ctx, approval.recordId, true)
    if (row.state !== 'inReview' || row.approval !== approval.id) return
    const reason = approval.decisions.find((d) => d.decision === 'reject')?.comment ?? undefined
    if (outcome === 'approved') await move(ctx, row, 'approved', 'approved')
    else if (outcome === 'rejected') await move(ctx, row, 'rejected', 'rejected', {}, reason)
    else await move(ctx, row, 'draft', 'requestWithdrawn', { approval: null, contentHash: null })
    await emit(ctx, `changeSet.${outcome}`, { ids: [row.id] })
  },
}
