import type { Locale } from '@heng/contract'
import { labelsFor, type Ctx, type Subscription } from '@heng/server-kit'
import { recompute } from './recompute.ts'

const chunk = 5_000

/** Figures of all risks that rest on these controls, five thousand at a time. */
export const recomputeOn = async (ctx: Ctx, controls: readonly string[], reason: string): Promise<void> => {
  let after: string | null = null
  do {
    const { seen, last } = await recompute(ctx, { controls, after, limit: chunk }, reason)
    after = seen < chunk ? null : last
  } while (after !== null)
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
