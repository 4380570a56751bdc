import { useFirstField, useText } from '@heng/web-kit'
import { Form, Input, Modal, QRCode, type InputRef } from 'antd'
import { messages } from '../../locales/index.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { useSubmit } from '../parts/useSubmit.ts'

interface ScanStepProps {
  /** `otpauth://` address with the secret. */
  readonly uri: string
  readonly onActivate: (code: string) => Promise<void>
  readonly onCancel: () => void
}

/** Shows the secret as a picture, as text and as a link, and takes the first code as proof that the app has it. */
export const ScanStep = ({ uri, onActivate, onCancel }: ScanStepProps) => {
  const text = useText(messages).pages
  const t = text.twoFactor
  const [form] = Form.useForm<{ code: string }>()
  const { ref, afterOpenChange } = useFirstField<InputRef>()
  const { submit, busy, failure } = useSubmit(form, [])
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <Modal
      open
      title={t.scanTitle}
      okText={t.activate}
      okButtonProps={{ htmlType: 'submit', form: 'two-factor-code' }}
      confirmLoading={busy}
      mask={{ closable: false }}
      onCancel={onCancel}
      afterOpenChange={afterOpenChange}
    >
      <p>{t.scan}</p>
      <div className="dr-scan">
        <div role="img" aria-label={t.qr} className="dr-qr">
          <QRCode value={uri} type="svg" size={184} color="#000000" bgColor="#ffffff" bordered={false} errorLevel="M" />
        </div>
        <dl className="dr-facts">
          <div><dt>{t.key}</dt><dd className="dr-secret">{secret.match(/.{1,4}/g)?.join(' ')}</dd></div>
          <div><dd><a href={uri}>{t.open}</a></dd></div>
        </dl>
      </div>
      <FailureAlert failure={failure} />
      <Form name="two-factor-code" form={form} layout="vertical" requiredMark={false} onFinish={({ code }) => void submit(() => onActivate(code.replace(/\D/g, '')))}>
        <Form.Item name="code" label={t.codeLabel} rules={[{ required: true, message: text.signIn.required }]}>
          <Input ref={ref} className="dr-code" inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
