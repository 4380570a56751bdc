import '../changes.css'
import { fill } from '@heng/contract'
import { useKitText, useNotify, useOrg, type RecordActionProps } from '@heng/web-kit'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { api, useRefresh } from '../api.ts'
import { JobWatch } from '../effect/JobWatch.tsx'
import { useWords } from '../words.ts'

/** Applies a set and stays until it is done, or says why nothing was. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useWords().page.apply
  const kitText = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefresh()
  const [job, setJob] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      setJob((await api.apply.call({ org, id: row.id, version: row.version })).jobId)
    } catch (error) {
      notify.error(error)
      await refresh()
    }
    setBusy(false)
  }
  const ended = (state: string) => {
    setOver(true)
    void refresh(true)
    if (state !== 'done') return
    notify.success(t.done)
    close(true)
  }
  const footer = job === undefined
    ? [<Button key="cancel" onClick={() => close(false)}>{kitText.actions.cancel}</Button>, <Button key="go" type="primary" loading={busy} onClick={() => void go()}>{t.action}</Button>]
    : [<Button key="close" disabled={!over} onClick={() => close(true)}>{t.close}</Button>]
  return (
    <Modal open title={fill(t.title, { reference: row.reference })} footer={footer} onCancel={() => close(job !== undefined)}>
      <p>{fill(t.text, { count: Number(row['items'] ?? 0) })}</p>
      {job !== undefined && <JobWatch id={job} label={t.running} words={t} onOver={ended} />}
    </Modal>
  )
}
