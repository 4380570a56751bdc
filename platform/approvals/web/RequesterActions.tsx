import { ConfirmReason, useNotify, useOrg } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ApprovalDetail } from '../contract/index.ts'
import { api } from './api.ts'
import { useWords } from './text.ts'
import { useRefresh } from './useRefresh.ts'

/** What the one who asked may do: take it back, or ask again. */
export const RequesterActions = ({ approval: { id, subject, allowed } }: { readonly approval: ApprovalDetail }) => {
  const t = useWords()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefresh(subject)
  const [asking, setAsking] = useState<'withdraw' | 'again'>()
  const [busy, setBusy] = useState(false)
  const verbs = (['withdraw', 'again'] as const).filter((verb) => allowed.includes(verb))
  const run = async (verb: 'withdraw' | 'again', reason: string | undefined) => {
    setBusy(true)
    try {
      await api.approval[verb].call({ org, id, ...(reason === undefined ? {} : { reason }) })
      notify.success(t[verb].done)
      setAsking(undefined)
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
    await refresh()
  }
  if (verbs.length === 0) return null
  return (
    <div className="apr-buttons">
      {verbs.map((verb) => <Button key={verb} onClick={() => setAsking(verb)}>{t[verb].action}</Button>)}
      {verbs.map((verb) => (
        <ConfirmReason
          key={verb} open={asking === verb} title={t[verb].title} text={t[verb].text} confirm={t[verb].action} busy={busy}
          onConfirm={(reason) => void run(verb, reason)} onCancel={() => setAsking(undefined)}
        />
      ))}
    </div>
  )
}
