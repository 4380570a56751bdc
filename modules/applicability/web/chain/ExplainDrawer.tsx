import { OrgLink, useNounNamed } from '@heng/web-kit'
import { Drawer } from 'antd'
import { RiskEvidence } from '@heng/risks/web/parts'
import type { ChainGraph, GraphEdge } from '../../contract/index.ts'
import { ConclusionView } from '../conformity/ConclusionView.tsx'
import { ProposalView } from '../conformity/ProposalView.tsx'
import { RuleNote } from '../evidence/Supported.tsx'
import { useWords } from '../words.ts'
import { ControlExplained } from './ControlExplained.tsx'
import { LineExplained } from './LineExplained.tsx'
import { edgesAt, nounOf, type ChainLink } from './model.ts'
import { RiskFacts } from './RiskFacts.tsx'
import { TestExplained } from './TestExplained.tsx'

interface Props {
  readonly graph: ChainGraph
  readonly link: ChainLink
  readonly words: (edge: GraphEdge) => readonly string[]
  readonly onClose: () => void
}

/** How a figure of the chain comes about: its inputs, the rule and its version, people and dates, with the way to the record. */
export const ExplainDrawer = ({ graph, link, words, onClose }: Props) => {
  const { t } = useWords()
  const kit = useNounNamed(nounOf[link.column])
  const { node } = link
  const incoming = (edgesAt(graph.edges).into.get(node.id) ?? []).flatMap(words)
  const name = 'ref' in node ? node.ref : node.reference
  return (
    <Drawer open onClose={onClose} size="min(680px, 100vw)" title={<><span className="sa-ref">{name}</span> {node.name.replace(`${name} `, '')}</>}>
      <div className="sa-line sa-explain">
        {kit !== undefined && (
          <p>
            <OrgLink to={`${kit.path}/${node.id}`}>{t.chain.toRecord}</OrgLink>
          </p>
        )}
        <Explained graph={graph} link={link} />
        {incoming.length > 0 && (
          <section>
            <h3>{t.chain.incoming}</h3>
            <ul className="sa-passes">
              {incoming.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Drawer>
  )
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
  if (column === 'lines') return <LineExplained node={node} rule={graph.rules.support} />
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
