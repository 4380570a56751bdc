import { OrgLink, useNounNamed } from '@heng/web-kit'
import { Drawer } from 'antd'
import { RiskEvidence } from '@heng/risks/web/parts'
import type { ChainGraph } from '../../contract/index.ts'
import { ConclusionView } from '../conformity/ConclusionView.tsx'
import { ProposalView } from '../conformity/ProposalView.tsx'
import { RuleNote } from '../evidence/Supported.tsx'
import { useWords } from '../words.ts'
import { ControlExplained } from './ControlExplained.tsx'
import { LineExplained } from './LineExplained.tsx'
import { nounOf, type ChainLink } from './model.ts'
import { RiskFacts } from './RiskFacts.tsx'
import { TestExplained } from './TestExplained.tsx'

interface Props {
  readonly graph: ChainGraph
  readonly link: ChainLink
  readonly onClose: () => void
}

/** How a figure of the chain comes about: its inputs, the rule and its version, people and dates, with the way to the record. */
export const ExplainDrawer = ({ graph, link, onClose }: Props) => {
  const { t, titleOf } = useWords()
  const kit = useNounNamed(nounOf[link.column])
  const { node } = link
  const [number, title] = 'ref' in node ? [node.ref, titleOf(node) || node.name.replace(`${node.ref} `, '')] : [node.reference, node.name]
  return (
    <Drawer open onClose={onClose} size="min(680px, 100vw)" title={<><span className="sa-ref">{number}</span> {title}</>}>
      <div className="sa-line sa-explain">
        {kit !== undefined && (
          <p>
            <OrgLink to={`${kit.path}/${node.id}`}>{t.chain.toRecord}</OrgLink>
          </p>
        )}
        <Explained graph={graph} link={link} />
      </div>
    </Drawer>
  )
}

/** Risks that are a reason for a line. */
const reasonsFor = ({ edges, risks }: ChainGraph, line: string) => {
  const from = new Set(edges.filter((e) => e.kind === 'reasons' && e.to === line).map((e) => e.from))
  return risks.nodes.filter((risk) => from.has(risk.id))
}

const Explained = ({ graph, link: { column, node } }: Pick<Props, 'graph' | 'link'>) => {
  const c = useWords().t.conformity
  if (column === 'tests') return <TestExplained node={node} />
  if (column === 'controls') return <ControlExplained node={node} />
  if (column === 'risks') {
    return (
      <>
        <RiskFacts node={node} />
        <RiskEvidence id={node.id} />
      </>
    )
  }
  if (column === 'lines') return <LineExplained node={node} risks={reasonsFor(graph, node.id)} rule={graph.rules.support} />
  if (node.proposal === null) return null
  return (
    <>
      <section>
        <h3>{c.proposed}</h3>
        <ProposalView proposal={node.proposal} controls={graph.behind} others={graph.requirements.nodes} />
      </section>
      <section>
        <h3>{c.conclusion}</h3>
        <ConclusionView conclusion={node.conclusion} />
      </section>
      <RuleNote rule={graph.rules.status} />
    </>
  )
}
