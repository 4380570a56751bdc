import { useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { useEffect, useRef } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { useWorkAction } from './useWorkAction.ts'

/** Takes work that is open to a role of the reader's; there is nothing to ask. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).actions
  const org = useOrg()
  const { run } = useWorkAction()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void run((options) => api.work.take.call({ org, id: row.id, version: row.version }, options), t.taken).then(close)
  })
  return null
}
