import { HengError } from '@heng/contract'
import type { ApprovalKind } from '@heng/approvals/reads'
import { holdersOf } from '@heng/directory/reads'
import { rowsByIds, updateRecords, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { dayIn } from '../dates.ts'
import { bear, openAmong } from './bear.ts'
import { vulnerabilityException } from './register.ts'
import { borneUntil, isGrave, type Borne } from './rules.ts'
import { listed } from './store.ts'
import { checkTerms, contentOf } from './submit.ts'

/** What became critical or known to be exploited while it was asked about takes top management and the shorter time all the same. */
const checkGravity = async (ctx: Ctx, until: string, open: readonly StoredRow[], deciders: readonly string[]): Promise<void> => {
  if (!isGrave(open as unknown as Borne[])) return
  const { last } = borneUntil(dayIn(ctx.org.timezone, ctx.now), open as unknown as Borne[])
  const [above] = await holdersOf(ctx, [{ role: 'topManagement', unitId: null }])
  if (until > last || !deciders.some((id) => above!.includes(id))) throw new HengError('vulnerabilityException.graver', { status: 409 })
}

/** Nobody gives themselves leave: whoever asks does not decide. A decision after the day that was asked for would be about nothing. */
export const exceptionApproval: ApprovalKind = {
  kind: 'vulnerabilityException',
  label: { en: 'Acceptance of vulnerabilities', 'zh-CN': '漏洞接受' },
  parts: { borne: { en: 'Vulnerabilities', 'zh-CN': '漏洞' } },
  snapshot: async (ctx, { recordId }) => {
    const [row] = await rowsByIds(ctx, vulnerabilityException, [recordId])
    return row === undefined ? null : contentOf(row, await listed(ctx, row.vulnerabilities as string[]))
  },
  // Also where it is asked again, which no verb of this room checks.
  onRequested: async (ctx, { recordId, snapshot }) => {
    const { until, borne } = snapshot as ReturnType<typeof contentOf>
    checkTerms(ctx, until, borne.rows)
    await updateRecords(ctx, vulnerabilityException, [{ id: recordId, values: { state: 'inReview' } }], undefined, 'updated', { recordedAs: 'submitted' })
  },
  // What was asked for is what is borne, as far as it is open still.
  onDecided: async (ctx, { recordId, snapshot, decisions }, outcome) => {
    const said = decisions.at(-1)?.comment ?? undefined
    const settle = (values: Values, recordedAs: string) => updateRecords(asRoom(ctx), vulnerabilityException, [{ id: recordId, values }], said, 'updated', { recordedAs })
    if (outcome !== 'approved') return void (await settle({ state: 'draft' }, outcome))
    const { until, borne } = snapshot as ReturnType<typeof contentOf>
    if (until < dayIn(ctx.org.timezone, ctx.now)) throw new HengError('vulnerabilityException.past', { status: 409, params: { until } })
    const open = await openAmong(ctx, borne.rows.map(({ id }) => id))
    await checkGravity(ctx, until, open, decisions.map(({ personId }) => personId))
    // Everything mended while it was asked about: nothing is left to bear.
    const state = open.length === 0 ? 'ended' : 'approved'
    const [row] = await settle({ state, vulnerabilities: open.map(({ id }) => id), decidedAt: ctx.now.toISOString() }, state)
    await bear(ctx, row!, open)
  },
}
