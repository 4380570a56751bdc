import { HengError } from '@heng/contract'
import { requestApproval, type ApprovalKind } from '@heng/approvals/reads'
import { rowsByIds, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import { inDays, today } from '../days.ts'
import { asRoom, loadFor, shown } from '../shown.ts'
import { policyNow } from '../statement/inForce.ts'
import { breach } from './register.ts'

const told = ['title', 'risk', 'beyond', 'currentLevel', 'residualLevel', 'expectedLoss', 'extremeLoss', 'owner', 'unit', 'limits', 'exceptionUntil', 'exceptionReason'] as const
const contentOf = (row: StoredRow) => Object.fromEntries(told.map((key) => [key, row[key] ?? null]))

/** Asks top management to bear the risk beyond tolerance until a day. */
export const requestException = async (ctx: Ctx, { id, version, until, reason }: { id: string; version: number; until: string; reason: string }) => {
  const row = await loadFor(ctx, breach, 'toleranceBreach:answer', { id, version })
  if (row.state === 'closed') throw new HengError('appetite.breachClosed', { status: 409 })
  if (row.exceptionAsked === true) throw new HengError('appetite.exceptionAsked', { status: 409 })
  const [first, last] = [today(ctx), inDays(ctx, (await policyNow(ctx)).exceptionDays)]
  if (until < first || until > last) throw new HengError('appetite.exceptionUntil', { params: { first, last }, fields: [{ path: 'until', code: 'custom' }] })
  const [saved] = await updateRecords(asRoom(ctx), breach, [{ id, version, values: { exceptionUntil: until, exceptionReason: reason, exceptionAsked: true } }], reason, 'updated', { recordedAs: 'exceptionAsked' })
  await requestApproval(ctx, {
    kind: 'toleranceException', noun: 'toleranceBreach', recordId: id, reference: row.reference, reason,
    title: (row.title as { en: string; 'zh-CN': string })[ctx.org.locale] ?? String(row.title), snapshot: contentOf(saved!), steps: [{ order: 1, role: 'topManagement' }],
  })
  return shown(ctx, breach, saved!)
}

/** Nobody grants themselves an exception: whoever asks does not decide. */
export const exceptionApproval: ApprovalKind = {
  kind: 'toleranceException',
  label: { en: 'Exception from risk tolerance', 'zh-CN': '超出风险容忍度的限期例外' },
  snapshot: async (ctx, { recordId }) => {
    const [row] = await rowsByIds(ctx, breach, [recordId])
    return row === undefined ? null : contentOf(row)
  },
  onDecided: async (ctx, { recordId, decisions, snapshot }, outcome) => {
    const [row] = await rowsByIds(ctx, breach, [recordId], true)
    if (row === undefined) return
    const last = decisions.at(-1)
    const asked = snapshot as { exceptionUntil: string; currentLevel: number | null }
    const granted = outcome === 'approved' && row.state !== 'closed'
    const values = granted
      ? {
          state: 'answered', answer: 'exception', exceptionAsked: false, exceptionUntil: asked.exceptionUntil, exceptionLevel: asked.currentLevel, measure: null, acceptance: null,
          answeredAt: ctx.now.toISOString(), answeredBy: last?.personId ?? null, reopenedBecause: null,
        }
      : { exceptionAsked: false, ...(row.answer === 'exception' ? {} : { exceptionUntil: null, exceptionReason: null }) }
    await updateRecords(asRoom(ctx), breach, [{ id: recordId, values }], last?.comment ?? undefined, 'updated', { recordedAs: granted ? 'exceptionGranted' : 'exceptionRefused' })
  },
}
