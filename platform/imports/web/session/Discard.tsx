import { useKitText, useText } from '@heng/web-kit'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'

/** Gives the import up, after asking. */
export const Discard = ({ busy, onDiscard }: { readonly busy: boolean; readonly onDiscard: () => void }) => {
  const t = useText(messages).page
  const { actions } = useKitText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)} disabled={busy}>
        {t.discard}
      </Button>
      <Modal
        open={asking}
        title={t.discardTitle}
        okText={t.discard}
        okButtonProps={{ danger: true }}
        cancelText={actions.cancel}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false)
          onDiscard()
        }}
      >
        <p>{t.discardText}</p>
      </Modal>
    </>
  )
}
