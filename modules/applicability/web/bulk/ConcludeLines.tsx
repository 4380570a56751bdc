import { fill } from '@heng/contract'
import { errorWords, useKitText, useNotify, useOrg, uuid } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { WorkingLine } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { refRanges } from '../lineModel.ts'
import { useWords } from '../words.ts'

interface Props {
  readonly soa: string
  readonly lines: readonly WorkingLine[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Takes over for chosen lines what the tests of their controls support, with the generated reason or one's own. */
export const ConcludeLines = ({ soa, lines, onDone, onCancel }: Props) => {
  const { t } = useWords()
  const d = t.drift
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const [reason, setReason] = useState('')
  const id = useId()
  const conclude = useMutation({
    mutationFn: () =>
      api.soa.conclude.call(
        { org, id: soa, lines: lines.map((l) => l.id), ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
        { context: { idempotencyKey: uuid() } },
      ),
    onSuccess: async ({ changed }) => {
      await refresh()
      notify.success(fill(d.concluded, { count: changed }))
      onDone()
    },
  })
  const problem = conclude.error === null ? undefined : errorWords(conclude.error, kit)
  return (
    <Modal
      open
      title={fill(d.concludeTitle, { count: lines.length })}
      okText={d.conclude}
      cancelText={kit.actions.cancel}
      confirmLoading={conclude.isPending}
      onOk={() => conclude.mutate()}
      onCancel={onCancel}
    >
      <p className="hg-muted">{refRanges(lines)}</p>
      <p>{d.concludeText}</p>
      <label className="hg-label" htmlFor={id}>
        {d.ownReason}
      </label>
      <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => setReason(event.target.value)} />
      {problem !== undefined && <Alert type="error" showIcon role="alert" title={problem.message} description={problem.hint} />}
    </Modal>
  )
}
