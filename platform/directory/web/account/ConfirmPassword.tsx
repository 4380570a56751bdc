import { useFirstField, useText } from '@heng/web-kit'
import { Form, Modal, type InputRef } from 'antd'
import { messages } from '../../locales/index.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { PasswordInput } from '../parts/PasswordInput.tsx'
import { useSubmit } from '../parts/useSubmit.ts'

interface ConfirmPasswordProps {
  readonly text: string
  readonly danger?: boolean
  /** Does what is to be confirmed; a rejection shows in the dialog, which then stays open. */
  readonly onConfirm: (password: string) => Promise<void>
  readonly onCancel: () => void
}

/** Asks for the password again before the means of signing in change (ASVS 5.0 7.5.1). */
export const ConfirmPassword = ({ text, danger = false, onConfirm, onCancel }: ConfirmPasswordProps) => {
  const t = useText(messages).pages
  const [form] = Form.useForm<{ password: string }>()
  const { ref, afterOpenChange } = useFirstField<InputRef>()
  const { submit, busy, failure } = useSubmit(form, [])
  return (
    <Modal
      open
      title={t.twoFactor.confirmTitle}
      okText={t.twoFactor.confirm}
      okButtonProps={{ danger, htmlType: 'submit', form: 'confirm-password' }}
      confirmLoading={busy}
      onCancel={onCancel}
      afterOpenChange={afterOpenChange}
    >
      <p>{text}</p>
      <FailureAlert failure={failure} />
      <Form name="confirm-password" form={form} layout="vertical" requiredMark={false} className="dr-modal-form" onFinish={({ password }) => void submit(() => onConfirm(password))}>
        <Form.Item name="password" label={t.twoFactor.password} rules={[{ required: true, message: t.signIn.required }]}>
          <PasswordInput ref={ref} autoComplete="current-password" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
