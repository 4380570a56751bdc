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
  // What is decided stands in the list until it has loaded again; whoever goes on by keyboard must not meet it once more.
  const [decided, setDecided] = useState<readonly Selection[]>([])
  const run = async (select: Selection, work: () => Promise<Answer>, words: (answer: Answer) => string) => {
    setBusy(true)
    try {
      const answer = await work()
      notify.success([words(answer), answer.remaining > 0 ? fill(t.remaining, { count: answer.remaining }) : ''].join(' ').trim())
      setDecided((those) => [...those, select])
      after()
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setDecided((those) => those.filter((one) => one !== select))
      setBusy(false)
    }
  }
  return {
    busy,
    isDecided: (id: string): boolean => decided.some(({ ids }) => ids === undefined || ids.includes(id)),
    confirm: (select: Selection, input: { combine: 'none' | 'weakness'; owner?: string }) =>
      run(select, () => api.riskScenario.confirm.call({ org, select, ...input }), (a) => fill(t.confirmed, { done: a.done, risks: a.risks.length })),
    dismiss: (select: Selection, reason: string) => run(select, () => api.riskScenario.dismiss.call({ org, select, reason }), (a) => fill(t.dismissed, { count: a.done })),
    merge: (select: Selection, input: { into: string; reason?: string }) => run(select, () => api.riskScenario.merge.call({ org, select, ...input }), (a) => fill(t.merged, { count: a.done })),
    reopen: (select: Selection, reason: string) => run(select, () => api.riskScenario.reopen.call({ org, ids: [...(select.ids ?? [])], reason }), () => t.reopened),
  }
}
