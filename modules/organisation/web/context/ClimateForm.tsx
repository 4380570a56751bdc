import type { Row } from '@heng/contract'
import { DateInput, errorWords, useKitText, useNotify, useOrg } from '@heng/web-kit'
import { Alert, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { climateDetermination } from '../../contract/index.ts'
import { api, useRefreshOrganisation } from '../api.ts'
import { useNouns, usePages } from '../text.ts'

export type Climate = Row<typeof climateDetermination>
type Entered = Pick<Climate, 'relevant' | 'reason' | 'partiesRelevant' | 'partiesReason' | 'reviewOn'>

const empty = (text: string | null | undefined): string | null => (text === null || text === undefined || text.trim() === '' ? null : text.trim())

/** Records the decision, or a new one in place of the last, which stays in the history. */
export const ClimateForm = ({ current, onClose }: { readonly current: Climate | undefined; readonly onClose: () => void }) => {
  const t = usePages().climate
  const names = useNouns().climateDetermination.fields
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshOrganisation()
  const [form] = Form.useForm<Entered>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const save = async (entered: Entered) => {
    setBusy(true)
    const values = { relevant: entered.relevant, reason: entered.reason.trim(), partiesRelevant: entered.partiesRelevant ?? null, partiesReason: empty(entered.partiesReason), reviewOn: entered.reviewOn ?? null }
    try {
      if (current === undefined) await api.climateDetermination.create.call({ org, ...values })
      else await api.climateDetermination.update.call({ org, id: current.id, version: current.version, values })
      await refresh()
      notify.success(t.saved)
      onClose()
    } catch (error) {
      setFailure(errorWords(error, kit).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open width={640} title={t.title} okText={t.save} cancelText={t.cancel} okButtonProps={{ htmlType: 'submit', form: 'climate' }} confirmLoading={busy} onCancel={onClose}>
      {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure} className="or-alert" />}
      <Form name="climate" form={form} layout="vertical" requiredMark={false} initialValues={current ?? { partiesRelevant: null }} onFinish={(entered) => void save(entered)}>
        <Form.Item name="relevant" label={t.question} rules={[{ required: true, message: t.required }]}>
          <Radio.Group options={[{ value: true, label: t.yes }, { value: false, label: t.no }]} />
        </Form.Item>
        <Form.Item name="reason" label={names.reason} extra={t.reasonHelp} rules={[{ required: true, whitespace: true, message: t.required }]}>
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <Form.Item name="partiesRelevant" label={t.partyQuestion}>
          <Radio.Group options={[{ value: true, label: t.yes }, { value: false, label: t.no }, { value: null, label: t.notYet }]} />
        </Form.Item>
        <Form.Item name="partiesReason" label={names.partiesReason}>
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="reviewOn" label={names.reviewOn}>
          <DateInput />
        </Form.Item>
      </Form>
    </Modal>
  )
}
