import type { Locale } from '@heng/contract'
import { asSystem, isRehearsal, labelsFor, type Ctx, type Subscription } from '@heng/server-kit'
import { risksBorneBy } from '../reads/facts.ts'
import { recompute } from './recompute.ts'

/** So many are worth a second transaction beside the first. */
const many = 400
/** At most so many a transaction, so that nobody waits long for their rows. */
const chunk = 2_500

/**
 * Figures of all risks that rest on these controls. Many are computed by two transactions side by side, each of which stands for itself: what was
 * computed comes out the same when it is computed again. In a rehearsal everything stays within its transaction.
 */
export const recomputeOn = async (ctx: Ctx, controls: readonly string[], reason: string): Promise<void> => {
  const ids = await risksBorneBy(ctx, { controls })
  if (isRehearsal(ctx.tx) || ids.length < many) {
    for (let from = 0; from < ids.length; from += chunk) await recompute(ctx, { risks: ids.slice(from, from + chunk) }, reason)
    return
  }
  const size = Math.min(chunk, Math.ceil(ids.length / 2))
  const parts = Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size))
  const lane = async (): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      const risks = part
      await asSystem(ctx.kit, ctx.org.id, 'job', ctx.origin.requestId, async (own) => void (await recompute(own, { risks }, reason)))
    }
  }
  const ended = await Promise.allSettled([lane(), lane()])
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

const named = 5
const because: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { result: 'test result', procedure: 'change of a test procedure', state: 'change of state', time: 'overdue test', gone: 'archived', back: 'restored' },
  'zh-CN': { result: '测试结果', procedure: '测试程序变更', state: '状态变更', time: '测试逾期', gone: '已归档', back: '已恢复' },
}

/** Which controls moved and why, as history keeps it, in the organisation's language. */
const reasonOf = async (ctx: Ctx, ids: readonly string[], why: string): Promise<string> => {
  const labels = await labelsFor(ctx, 'control', ids.slice(0, named))
  const { locale } = ctx.org
  const names = ids.slice(0, named).map((id) => `${labels[id]?.reference ?? ''} ${labels[id]?.text ?? ''}`.trim()).join(locale === 'en' ? ', ' : '、')
  const more = ids.length > named ? ` +${ids.length - named}` : ''
  return `${names}${more}${locale === 'en' ? ': ' : '：'}${because[locale][why] ?? why}`
}

const follow = (event: string, why?: string): Subscription => ({
  name: `risks.${event}`,
  event,
  handle: async (ctx, { payload }) => {
    const { ids, reason } = payload as { ids?: readonly string[]; reason?: string }
    if (ids !== undefined && ids.length > 0) await recomputeOn(ctx, ids, await reasonOf(ctx, ids, why ?? reason ?? 'result'))
  },
})

/** What a risk may count on follows its controls: how well they were shown to work, and whether they are still there. */
export const followControls: readonly Subscription[] = [follow('control.effectivenessMoved'), follow('control.archived', 'gone'), follow('control.restored', 'back')]
