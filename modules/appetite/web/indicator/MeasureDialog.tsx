import '../base/base.css'
import { DateInput, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { Input, InputNumber, Modal } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { useVerb } from '../base/verbs.tsx'

export interface MeasureDialogProps {
  readonly id: string
  readonly name: string
  readonly measure: string
  readonly onClose: (changed: boolean) => void
}

/** Enters one value. */
export const MeasureDialog = ({ id: indicator, name, measure, onClose }: MeasureDialogProps) => {
  const t = useText(messages).pages.indicator
  const org = useOrg()
  const id = useId()
  const { run, busy } = useVerb()
  const [at, setAt] = useState<string | null>(() => new Date().toISOString())
  const [value, setValue] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const go = async () =>
    (await run(() => api.riskIndicator.measure.call({ org, id: indicator, measurements: [{ at: at!, value: value!, note: note.trim() === '' ? null : note.trim() }] }), t.added)) && onClose(true)
  return (
    <Modal open title={`${t.add} · ${name}`} okText={t.add} okButtonProps={{ disabled: at === null || value === null }} confirmLoading={busy} onOk={() => void go()} onCancel={() => onClose(false)}>
      <div className="ap-fields">
        <div>
          <label className="hg-label" htmlFor={`${id}-value`}>{t.value}</label>
          <InputNumber<number> id={`${id}-value`} suffix={measure} value={value} onChange={setValue} />
        </div>
        <div>
          <label className="hg-label" htmlFor={`${id}-at`}>{t.at}</label>
          <DateInput id={`${id}-at`} withTime value={at} onChange={setAt} />
        </div>
        <div className="ap-wide">
          <label className="hg-label" htmlFor={`${id}-note`}>{t.note}</label>
          <Input id={`${id}-note`} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </div>
      </div>
    </Modal>
  )
}

/** The same as a verb of the record. */
export const Component = ({ row, close }: RecordActionProps) => <MeasureDialog id={row.id} name={String(row['name'])} measure={String(row['measure'])} onClose={close} />
