import { fill, type AnyNoun } from '@heng/contract'
import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNoun } from '../app/nounKit.ts'
import type { AnyRow } from '../client/registerApi.ts'
import { uuid } from '../client/uuid.ts'
import { useOrg } from '../client/session.ts'
import { FieldInput } from '../form/FieldInput.tsx'
import { problemOf } from '../form/issues.ts'
import { errorWords } from '../feedback/errorText.ts'
import { useNotify } from '../feedback/useNotify.ts'
import { useRefreshNoun } from '../record/useRecord.ts'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { bulkFields, bulkLimit } from './bulk.ts'

export interface BulkEditProps {
  readonly noun: AnyNoun
  readonly rows: readonly AnyRow[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

interface Refusal {
  readonly id: string
  readonly message: string
}

/** Changes the chosen fields of all selected records in one call; records that refuse are named with the reason. */
export const BulkEdit = ({ noun, rows, onDone, onCancel }: BulkEditProps) => {
  const t = useKitText()
  const kit = useNoun(noun)
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshNoun(kit)
  const [form] = Form.useForm<Record<string, unknown>>()
  const [names, setNames] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const fields = bulkFields(noun)
  const tooMany = rows.length > bulkLimit

  const submit = async (entered: Record<string, unknown>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const values = Object.fromEntries(names.map((name) => [name, entered[name] === undefined || entered[name] === '' ? null : entered[name]]))
      const result = await kit.api.bulk.call({ org, ids: rows.map(({ id }) => id), values, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } as never, { context: { idempotencyKey: uuid() } })
      await refresh()
      notify.success(fill(t.register.bulkDone, { changed: result.changed }))
      if (result.refused.length === 0) onDone()
      else setRefused(result.refused)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const words = failure === undefined ? undefined : errorWords(failure, t)
  return (
    <Modal
      open
      width={640}
      title={fill(t.register.bulkTitle, { count: rows.length })}
      onCancel={refused.length > 0 ? onDone : onCancel}
      footer={
        refused.length > 0 ? (
          <Button onClick={onDone}>{t.actions.close}</Button>
        ) : (
          <>
            <Button onClick={onCancel}>{t.actions.cancel}</Button>
            <Button type="primary" loading={busy} disabled={names.length === 0 || tooMany} onClick={() => form.submit()}>
              {fill(t.register.bulkApply, { count: rows.length })}
            </Button>
          </>
        )
      }
    >
      {refused.length > 0 ? (
        <Refusals rows={rows} refused={refused} />
      ) : (
        <Form form={form} layout="vertical" onFinish={(entered) => void submit(entered)} className="hg-form">
          <p>{t.register.bulkHelp}</p>
          {tooMany && <Alert type="warning" showIcon title={t.register.bulkLimit} />}
          <Form.Item label={t.register.bulkFields} htmlFor="bulk-fields">
            <Select
              id="bulk-fields"
              mode="multiple"
              value={[...names]}
              options={fields.map(([name]) => ({ value: name, label: fieldLabel(kit.text, t, name) }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(next: string[]) => setNames(next)}
            />
          </Form.Item>
          {fields.filter(([name]) => names.includes(name)).map(([name, field]) => (
            <Form.Item
              key={name}
              name={name}
              label={fieldLabel(kit.text, t, name)}
              rules={[{ validator: async (_, value: unknown) => {
                // “Not assessed” on many records must be a choice, never what happens when nothing was chosen.
                if (field.kind === 'level' && value === undefined) throw new Error(t.issues.choice)
                const problem = problemOf(field, value, t.issues)
                if (problem !== undefined) throw new Error(problem)
              } }]}
            >
              <FieldInput kit={kit} name={name} field={field} labels={{}} blank />
            </Form.Item>
          ))}
          <Form.Item label={t.record.reason} htmlFor="bulk-reason" extra={t.record.reasonHelp}>
            <Input.TextArea id="bulk-reason" value={reason} maxLength={2_000} autoSize={{ minRows: 1, maxRows: 6 }} onChange={(event) => setReason(event.target.value)} />
          </Form.Item>
          {words !== undefined && <Alert type="error" showIcon role="alert" title={words.message} description={words.hint} />}
        </Form>
      )}
    </Modal>
  )
}

const Refusals = ({ rows, refused }: { readonly rows: readonly AnyRow[]; readonly refused: readonly Refusal[] }) => {
  const t = useKitText()
  return (
    <Alert
      type="warning"
      showIcon
      title={fill(t.register.bulkRefused, { count: refused.length })}
      description={
        <ul className="hg-refusals">
          {refused.map(({ id, message }) => (
            <li key={id}>
              <span className="hg-reference">{rows.find((row) => row.id === id)?.reference ?? id}</span> {message}
            </li>
          ))}
        </ul>
      }
    />
  )
}
