import { isApiError, useFirstField, useText } from '@heng/web-kit'
import { Button, Form, Input, Modal, type InputRef } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { FailureAlert } from '../parts/FailureAlert.tsx'
import { useSubmit } from '../parts/useSubmit.ts'
import { addPasskey } from '../passkey.ts'
import { useSignOut } from '../useSignOut.ts'
import { deviceOf } from './device.ts'

/** Names the device, then lets the browser make the passkey. An older session is sent to sign in again first. */
export const AddPasskey = ({ onAdded, onCancel }: { readonly onAdded: () => void; readonly onCancel: () => void }) => {
  const text = useText(messages).pages
  const t = text.passkey
  const [form] = Form.useForm<{ name: string }>()
  const { ref, afterOpenChange } = useFirstField<InputRef>()
  const { submit, busy, failure } = useSubmit(form, [])
  const [stale, setStale] = useState(false)
  const signOut = useSignOut()
  const add = ({ name }: { name: string }) =>
    submit(async () => {
      try {
        await addPasskey(name.trim(), text.passkeys)
      } catch (error) {
        setStale(isApiError(error) && error.code === 'session.notFresh')
        throw error
      }
      onAdded()
    })
  const device = deviceOf(navigator.userAgent)
  return (
    <Modal
      open
      title={t.add}
      okText={t.add}
      okButtonProps={{ htmlType: 'submit', form: 'add-passkey' }}
      confirmLoading={busy}
      onCancel={onCancel}
      afterOpenChange={afterOpenChange}
    >
      <p>{t.text}</p>
      <FailureAlert failure={failure} />
      {stale && <p><Button onClick={() => void signOut('/account')}>{text.account.again}</Button></p>}
      <Form name="add-passkey" form={form} layout="vertical" requiredMark={false} className="dr-modal-form" initialValues={{ name: device?.system ?? '' }} onFinish={(entered) => void add(entered)}>
        <Form.Item name="name" label={t.name} extra={t.nameHelp} rules={[{ required: true, whitespace: true, message: text.signIn.required }]}>
          <Input ref={ref} maxLength={80} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
