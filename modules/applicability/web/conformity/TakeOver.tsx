import { fill, listed } from '@heng/contract'
import { errorWords, useKitText } from '@heng/web-kit'
import { Alert, Modal } from 'antd'
import type { ComplianceNode } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { takeOver } from './model.ts'
import { useConclude } from './useConclude.ts'

interface Props {
  readonly nodes: readonly ComplianceNode[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Says what the evidence proposes for the chosen requirements, and makes it the conclusion. */
export const TakeOver = ({ nodes, onDone, onCancel }: Props) => {
  const { t, text, locale } = useWords()
  const c = t.conformity
  const kit = useKitText()
  const { items, counts, open } = takeOver(nodes)
  const conclude = useConclude(onDone)
  const problem = conclude.error === null ? undefined : errorWords(conclude.error, kit)
  const statuses = listed(locale, [...counts].map(([status, count]) => fill(c.bar, { status: text.nouns.conclusion.values.status[status], count })))
  return (
    <Modal
      open title={c.takeOverTitle} okText={c.takeOver} cancelText={kit.actions.cancel} okButtonProps={{ disabled: items.length === 0 }} confirmLoading={conclude.isPending}
      onOk={() => conclude.mutate({ items, reason: '' })} onCancel={onCancel}
    >
      {items.length === 0 ? <p>{c.nothingToTake}</p> : <p>{fill(c.takeOverText, { count: items.length, statuses })}</p>}
      {open > 0 && <p className="hg-muted">{fill(c.takeOverOpen, { count: open })}</p>}
      {problem !== undefined && <Alert type="error" showIcon role="alert" title={problem.message} description={problem.hint} />}
    </Modal>
  )
}
