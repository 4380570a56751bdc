import { fill } from '@heng/contract'
import { useNotify, useOrg, useOrgPath, useText, uuid, type RecordActionProps } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useId, useRef, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { JobWatch } from '../base/JobWatch.tsx'

/** One click makes the choice a treatment plan. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.choice
  const org = useOrg()
  const notify = useNotify()
  const path = useOrgPath()
  const navigate = useNavigate()
  const names = useId()
  const key = useRef(uuid())
  const [name, setName] = useState(fill(t.defaultPlan, { year: new Date().getFullYear() }))
  const [cancelOthers, setCancelOthers] = useState(false)
  const [busy, setBusy] = useState(false)
  const [job, setJob] = useState<string>()
  const go = async () => {
    setBusy(true)
    try {
      setJob((await api.measureChoice.adopt.call({ org, id: row.id, version: row.version, name, cancelOthers }, { context: { idempotencyKey: key.current } })).jobId)
    } catch (error) {
      key.current = uuid()
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title={t.adoptTitle} onCancel={() => close(job !== undefined)} footer={job !== undefined ? null : <Button type="primary" loading={busy} disabled={name.trim() === ''} onClick={() => void go()}>{t.adopt}</Button>}>
      {job === undefined ? (
        <div className="rq-fields">
          <p>{t.adoptAbout}</p>
          <label htmlFor={names} className="hg-label">{t.planName}</label>
          <Input id={names} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
          <Checkbox checked={cancelOthers} onChange={(event) => setCancelOthers(event.target.checked)}>{t.cancelOthers}</Checkbox>
        </div>
      ) : (
        <JobWatch
          id={job} label={t.adoptTitle} onClose={() => close(true)} result={() => t.adopted}
          onDone={({ plan }) => {
            notify.success(t.adopted)
            void navigate({ to: path(`treatment-plans/${String(plan)}`) })
          }}
        />
      )}
    </Modal>
  )
}
