import { fill } from '@heng/contract'
import { useNotify, useOrg, useText } from '@heng/web-kit'
import { useState } from 'react'
import type { Selection } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshRisks } from '../base/api.ts'

interface Answer {
  readonly done: number
  readonly risks: readonly string[]
  readonly remaining: number
}

/** Carries decisions out, tells what became of them, and lets the inbox load again. */
export const useDecide = (after: () => void) => {
  const t = useText(messages).pages.inbox
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<Answer>, words: (answer: Answer) => string) => {
    setBusy(true)
    try {
      const answer = await work()
      notify.success([words(answer), answer.remaining > 0 ? fill(t.remaining, { count: answer.remaining }) : ''].join(' ').trim())
      after()
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    confirm: (select: Selection, input: { combine: 'none' | 'weakness'; owner?: string }) =>
      run(() => api.riskScenario.confirm.call({ org, select, ...input }), (a) => fill(t.confirmed, { done: a.done, risks: a.risks.length })),
    dismiss: (select: Selection, reason: string) => run(() => api.riskScenario.dismiss.call({ org, select, reason }), (a) => fill(t.dismissed, { count: a.done })),
    merge: (select: Selection, input: { into: string; reason?: string }) => run(() => api.riskScenario.merge.call({ org, select, ...input }), (a) => fill(t.merged, { count: a.done })),
    reopen: (ids: string[], reason: string) => run(() => api.riskScenario.reopen.call({ org, ids, reason }), () => t.reopened),
  }
}
