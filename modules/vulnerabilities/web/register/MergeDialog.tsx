import '../record/record.css'
import { fill } from '@heng/contract'
import { errorWords, useKitText, useText, type AnyRow } from '@heng/web-kit'
import { Alert, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { useMerge } from './useMerge.ts'
import { Severity, State } from './words.tsx'

const most = 101

/** Where a vulnerability is: merging goes only within one asset, or one target that is none yet. */
const placeOf = (row: AnyRow): string => String(row['asset'] ?? row['target'])

/** Makes one of those selected; says beforehand what stands in the way. */
export const MergeDialog = ({ rows, close }: { readonly rows: readonly AnyRow[]; readonly close: (changed: boolean) => void }) => {
  const t = useText(messages).flaws.merge
  const kit = useKitText()
  const id = useId()
  const [keep, setKeep] = useState(rows[0]!.id)
  const [reason, setReason] = useState('')
  const kept = rows.find((row) => row.id === keep) ?? rows[0]!
  const merge = useMerge(kept, () => close(true))
  const obstacle =
    new Set(rows.map(placeOf)).size > 1 ? t.elsewhere
    : rows.some((row) => row['state'] === 'duplicate') ? t.duplicates
    : rows.length > most ? t.atMost
    : undefined
  const failure = merge.error === null ? undefined : errorWords(merge.error, kit)
  return (
    <Modal
      open
      title={fill(t.title, { count: rows.length })}
      okText={t.apply}
      cancelText={kit.actions.cancel}
      okButtonProps={{ disabled: obstacle !== undefined || reason.trim() === '' }}
      confirmLoading={merge.isPending}
      onOk={() => merge.mutate({ others: rows.filter((row) => row.id !== kept.id).map((row) => row.id), reason: reason.trim() })}
      onCancel={() => close(false)}
    >
      <p>{t.text}</p>
      {obstacle !== undefined ? <Alert type="warning" showIcon title={obstacle} /> : (
        <div className="vn-form">
          <span className="hg-label" id={`${id}-keep`}>{t.keep}</span>
          <Radio.Group className="vn-choices" aria-labelledby={`${id}-keep`} value={kept.id} onChange={(event) => setKeep(event.target.value as string)}>
            {rows.map((row) => (
              <Radio key={row.id} value={row.id}>
                <span className="hg-reference">{row.reference}</span> {String(row['title'])} <span className="vn-beside"><Severity value={row['severity'] as string | null} /> <State value={String(row['state'])} /></span>
              </Radio>
            ))}
          </Radio.Group>
          <label className="hg-label" htmlFor={id}>{kit.record.reason}<span className="hg-required">{kit.form.required}</span></label>
          <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => setReason(event.target.value)} />
          {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure.message} description={failure.hint} />}
        </div>
      )}
    </Modal>
  )
}
