import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import type { RefObject } from 'react'
import { useKitText } from '../text/text.ts'

/** Asks before entered values are lost, by a link, the browser's back or closing the window. */
export const UnsavedGuard = ({ dirty }: { readonly dirty: RefObject<boolean> }) => {
  const t = useKitText()
  const blocker = useBlocker({
    shouldBlockFn: () => dirty.current,
    enableBeforeUnload: () => dirty.current,
    withResolver: true,
  })
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={t.form.unsavedTitle}
      okText={t.actions.discard}
      okButtonProps={{ danger: true }}
      cancelText={t.actions.keep}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t.form.unsavedText}
    </Modal>
  )
}
