import { fill } from '@heng/contract'
import { App } from 'antd'
import { createElement, Fragment, useMemo } from 'react'
import { useKitText } from '../text/text.ts'
import { errorWords } from './errorText.ts'

export interface Notify {
  success: (text: string) => void
  info: (text: string) => void
  /** Stays until closed, with hint and request number. */
  error: (error: unknown) => void
}

/** Short messages about what was done, and lasting ones about what failed. */
export const useNotify = (): Notify => {
  const { message, notification } = App.useApp()
  const t = useKitText()
  return useMemo(
    () => ({
      success: (text) => void message.success(text),
      info: (text) => void message.info(text),
      error: (error) => {
        const { message: title, hint, requestId } = errorWords(error, t)
        const request = requestId === undefined ? null : createElement('p', { className: 'hg-error-request' }, fill(t.errors.requestId, { id: requestId }))
        notification.error({ title, description: createElement(Fragment, null, hint, request), duration: 0, placement: 'topRight', role: 'alert' })
      },
    }),
    [message, notification, t],
  )
}
