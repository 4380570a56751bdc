import { useKitText } from '@heng/web-kit'
import { Modal } from 'antd'

interface Props {
  readonly open: boolean
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before a job is stopped. */
export const ConfirmStop = ({ open, title, text, confirm, onConfirm, onCancel }: Props) => {
  const t = useKitText()
  return (
    <Modal open={open} title={title} okText={confirm} okButtonProps={{ danger: true }} cancelText={t.actions.cancel} onOk={onConfirm} onCancel={onCancel} destroyOnHidden>
      <p>{text}</p>
    </Modal>
  )
}
