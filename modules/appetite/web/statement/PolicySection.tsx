import '../base/base.css'
import { EditOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { errorWords, useKitText, useText } from '@heng/web-kit'
import { Alert, Button, InputNumber, Modal } from 'antd'
import { useId, useState } from 'react'
import { triggerKinds, type Policy } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Section } from '../base/Section.tsx'

/** How long people have, in words. */
export const PolicyView = ({ policy }: { readonly policy: Policy }) => {
  const words = useText(messages)
  const t = words.pages.statement
  const kinds = words.nouns.reviewTrigger.values.kind
  return (
    <dl className="ap-pairs">
      <div><dt>{t.breachDays}</dt><dd>{fill(t.days, { days: policy.breachDays })}</dd></div>
      <div><dt>{t.exceptionDays}</dt><dd>{fill(t.days, { days: policy.exceptionDays })}</dd></div>
      <div>
        <dt>{t.reviewDays}</dt>
        <dd>{triggerKinds.map((kind) => <div key={kind}>{policy.reviewDays[kind] === null ? fill(t.reopensNothing, { kind: kinds[kind] }) : fill(t.reviewWithin, { kind: kinds[kind], days: policy.reviewDays[kind] })}</div>)}</dd>
      </div>
    </dl>
  )
}

export const PolicySection = ({ value, save }: { readonly value: Policy; readonly save?: ((policy: Policy) => Promise<void>) | undefined }) => {
  const t = useText(messages).pages.statement
  const kit = useKitText()
  const [editing, setEditing] = useState(false)
  return (
    <Section title={t.policy} about={t.policyAbout} actions={save !== undefined && <Button size="small" icon={<EditOutlined />} onClick={() => setEditing(true)}>{kit.actions.edit}</Button>}>
      <PolicyView policy={value} />
      {editing && <Edit value={value} save={save!} onClose={() => setEditing(false)} />}
    </Section>
  )
}

const Edit = ({ value, save, onClose }: { readonly value: Policy; readonly save: (policy: Policy) => Promise<void>; readonly onClose: () => void }) => {
  const words = useText(messages)
  const t = words.pages.statement
  const kinds = words.nouns.reviewTrigger.values.kind
  const kit = useKitText()
  const id = useId()
  const [policy, setPolicy] = useState(value)
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      await save(policy)
      onClose()
    } catch (error) {
      setWrong(errorWords(error, kit).message)
      setBusy(false)
    }
  }
  const days = (key: string, label: string, given: number | null, change: (next: number | null) => void) => (
    <div key={key}>
      <label className="hg-label" htmlFor={`${id}-${key}`}>{label}</label>
      <InputNumber id={`${id}-${key}`} min={1} max={365} suffix={t.dayUnit} value={given} onChange={change} />
    </div>
  )
  return (
    <Modal open title={t.policy} okText={kit.actions.save} confirmLoading={busy} onOk={() => void go()} onCancel={onClose} width={620}>
      <div className="ap-fields">
        {days('breach', t.breachDays, policy.breachDays, (next) => setPolicy({ ...policy, breachDays: next ?? policy.breachDays }))}
        {days('exception', t.exceptionDays, policy.exceptionDays, (next) => setPolicy({ ...policy, exceptionDays: next ?? policy.exceptionDays }))}
        <p className="hg-help ap-wide">{t.reviewDaysHelp}</p>
        {triggerKinds.map((kind) => days(kind, kinds[kind], policy.reviewDays[kind], (next) => setPolicy({ ...policy, reviewDays: { ...policy.reviewDays, [kind]: next } })))}
      </div>
      {wrong !== undefined && <Alert className="ap-notice" role="alert" type="error" showIcon title={wrong} />}
    </Modal>
  )
}
