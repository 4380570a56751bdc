import { errorWords, OrgLink, useKitText } from '@heng/web-kit'
import { Alert, Button, Drawer } from 'antd'
import { useState } from 'react'
import type { ComplianceNode, RequirementStatus } from '../../contract/index.ts'
import { RuleNote } from '../evidence/Supported.tsx'
import { useWords } from '../words.ts'
import { ConcludeForm } from './ConcludeForm.tsx'
import { ConclusionView } from './ConclusionView.tsx'
import type { Status } from './model.ts'
import { ProposalView } from './ProposalView.tsx'
import { useConclude } from './useConclude.ts'

interface Props {
  readonly status: Status
  readonly node: ComplianceNode
  readonly onClose: () => void
}

/** One requirement: what the evidence proposes and why, what was concluded, and the means to conclude. */
export const RequirementDrawer = ({ status, node, onClose }: Props) => {
  const { t, titleOf } = useWords()
  const c = t.conformity
  const kit = useKitText()
  const [answer, setAnswer] = useState<RequirementStatus | null>(node.proposal?.status ?? null)
  const [reason, setReason] = useState('')
  const conclude = useConclude(onClose)
  const needsReason = answer !== null && answer !== (node.proposal?.status ?? null)
  const problem = conclude.error === null ? undefined : errorWords(conclude.error, kit)
  return (
    <Drawer open onClose={onClose} size="min(620px, 100vw)" title={<><span className="sa-ref">{node.ref}</span> {titleOf(node)}</>}>
      <div className="sa-line">
        <section>
          <h3>{c.proposed}</h3>
          {node.proposal !== null && <ProposalView proposal={node.proposal} controls={status.controls} others={status.others} />}
        </section>
        <section>
          <h3>{c.conclusion}</h3>
          <ConclusionView conclusion={node.conclusion} />
        </section>
        {status.mayConclude && (
          <section>
            <h3>{c.conclude}</h3>
            <ConcludeForm status={answer} reason={reason} needsReason={needsReason} onStatus={setAnswer} onReason={setReason} />
            {problem !== undefined && <Alert type="error" showIcon role="alert" title={problem.message} description={problem.hint} />}
            <p className="sa-conclude">
              <Button
                type="primary"
                disabled={answer === null || (needsReason && reason.trim() === '')}
                loading={conclude.isPending}
                onClick={() => answer !== null && conclude.mutate({ items: [{ requirement: node.id, status: answer, version: node.conclusion?.version ?? null }], reason })}
              >
                {c.save}
              </Button>
            </p>
          </section>
        )}
        <p className="sa-buttons">
          <OrgLink to={`requirements/${node.id}`}>{c.requirement}</OrgLink>
          <OrgLink to={`chain/requirement/${node.id}`}>{c.chain}</OrgLink>
        </p>
        <RuleNote rule={status.rule} />
      </div>
    </Drawer>
  )
}
