import { fill } from '@heng/contract'
import { errorWords, useKitText } from '@heng/web-kit'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import type { ComplianceNode, RequirementStatus } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { ConcludeForm } from './ConcludeForm.tsx'
import { useConclude } from './useConclude.ts'

interface Props {
  readonly nodes: readonly ComplianceNode[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The same conclusion on all chosen requirements, with its reason where the evidence says otherwise of any of them. */
export const ConcludeMany = ({ nodes, onDone, onCancel }: Props) => {
  const c = useWords().t.conformity
  const kit = useKitText()
  const [status, setStatus] = useState<RequirementStatus | null>(null)
  const [reason, setReason] = useState('')
  const conclude = useConclude(onDone)
  const needsReason = status !== null && nodes.some((n) => n.proposal?.status !== status)
  const problem = conclude.error === null ? undefined : errorWords(conclude.error, kit)
  return (
    <Modal
      open title={fill(c.concludeTitle, { count: nodes.length })} okText={c.save} cancelText={kit.actions.cancel}
      okButtonProps={{ disabled: status === null || (needsReason && reason.trim() === '') }} confirmLoading={conclude.isPending}
      onOk={() => status !== null && conclude.mutate({ reason, items: nodes.map((n) => ({ requirement: n.id, status, version: n.conclusion?.version ?? null })) })} onCancel={onCancel}
    >
      <ConcludeForm status={status} reason={reason} needsReason={needsReason} onStatus={setStatus} onReason={setReason} />
      {problem !== undefined && <Alert type="error" showIcon role="alert" title={problem.message} description={problem.hint} />}
    </Modal>
  )
}
