import { fill } from '@heng/contract'
import { messages as controlWords } from '@heng/controls/locales'
import { RiskLevel, SupportTag } from '@heng/risks/web/parts'
import { DateText, MoneyText, StatusTag, useText, type Tone } from '@heng/web-kit'
import type { ReactNode } from 'react'
import type { LineNode, RequirementNode, RiskNode, TestNode } from '../../contract/index.ts'
import { RequirementStatusTag } from '../conformity/StatusTags.tsx'
import { Effectiveness } from '../evidence/ControlEvidence.tsx'
import { ImplementationTag } from '../evidence/Supported.tsx'
import { useWords } from '../words.ts'
import type { ChainLink } from './model.ts'

const conclusionTones: Readonly<Record<string, Tone>> = { effective: 'good', partlyEffective: 'warning', ineffective: 'bad' }

/** What a link of the chain says of itself: number, name, figures and marks, all of it in words. */
export const NodeText = ({ link: { column, node } }: { readonly link: ChainLink }) => {
  if (column === 'tests') return <Test node={node} />
  if (column === 'controls') {
    return (
      <>
        <Name reference={node.reference}>{node.name}</Name>
        <Effectiveness of={node} />
      </>
    )
  }
  if (column === 'risks') return <Risk node={node} />
  return column === 'lines' ? <Line node={node} /> : <Requirement node={node} />
}

const Name = ({ reference, children }: { readonly reference: string; readonly children: ReactNode }) => (
  <span className="sa-node-name">
    <span className="hg-reference">{reference}</span> {children}
  </span>
)

/** A pair of words: what it is, and what it comes to. */
const Pair = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <span className="sa-pair">
    <span className="hg-muted">{name}</span> {children}
  </span>
)

const Test = ({ node }: { readonly node: TestNode }) => {
  const { t } = useWords()
  const words = useText(controlWords).nouns.controlTest.values
  return (
    <>
      <Name reference={node.reference}>{node.name}</Name>
      <span className="hg-muted">{words.kind[node.kind]}</span>
      {node.result === null ? (
        <span className="hg-not-assessed">{t.evidence.untested}</span>
      ) : (
        <span className="sa-effect">
          <StatusTag tone={conclusionTones[node.result.conclusion] ?? 'neutral'}>{words.lastConclusion[node.result.conclusion]}</StatusTag>
          <DateText value={node.result.performedOn} />
        </span>
      )}
      {node.overdue && <StatusTag tone="warning">{t.evidence.stale}</StatusTag>}
    </>
  )
}

const Risk = ({ node }: { readonly node: RiskNode }) => {
  const { t } = useWords()
  const level = t.chain.level
  return (
    <>
      <Name reference={node.reference}>{node.name}</Name>
      <Pair name={level.inherent}>
        <RiskLevel value={node.inherentLevel} />
      </Pair>
      <Pair name={level.evidenced}>
        <RiskLevel value={node.evidencedLevel} />
      </Pair>
      <Pair name={level.current}>
        <RiskLevel value={node.currentLevel} />
      </Pair>
      <span className="sa-effect">
        {node.currentLevel !== null && <SupportTag value={node.support} />}
        {node.stale && <StatusTag tone="warning">{t.evidence.stale}</StatusTag>}
      </span>
      {node.money?.current != null && (
        <Pair name={t.chain.yearly}>
          <MoneyText value={node.money.current} />
          {node.money.outdated && <span className="hg-muted"> {t.chain.moneyStale}</span>}
        </Pair>
      )}
    </>
  )
}

const Line = ({ node }: { readonly node: LineNode }) => {
  const { t, titleOf, text } = useWords()
  const version = fill(t.chain.version, { number: node.soa.number, state: text.nouns.soa.values.state[node.soa.state] })
  return (
    <>
      <Name reference={node.ref}>{titleOf(node) === '' ? node.name : titleOf(node)}</Name>
      <span className="hg-muted">{version}</span>
      {node.applicable !== 'yes' && <span>{node.applicable === 'no' ? t.chain.leftOut : t.chain.undecided}</span>}
      {node.evidence !== null && (
        <>
          <Pair name={t.evidence.stated}>
            <ImplementationTag value={node.stated} none={t.table.notStated} />
          </Pair>
          <Pair name={t.chain.level.evidenced}>
            <ImplementationTag value={node.evidence.supported} none={t.evidence.notAssessed} />
          </Pair>
          {node.evidence.drift === 'less' && <StatusTag tone="bad">{t.chain.contradicted}</StatusTag>}
          {node.evidence.stale && <StatusTag tone="warning">{t.evidence.stale}</StatusTag>}
        </>
      )}
    </>
  )
}

const Requirement = ({ node }: { readonly node: RequirementNode }) => {
  const { t, titleOf, locale } = useWords()
  const edition = locale === 'en' ? (node.editionEn ?? node.editionZh) : (node.editionZh ?? node.editionEn)
  return (
    <>
      <Name reference={node.ref}>{titleOf(node) === '' ? node.name : titleOf(node)}</Name>
      {edition !== null && <span className="hg-muted">{edition}</span>}
      {node.proposal !== null && (
        <>
          <Pair name={t.chain.level.evidenced}>
            <RequirementStatusTag of="proposed" value={node.proposal.status} />
          </Pair>
          <Pair name={t.conformity.concluded}>
            <RequirementStatusTag of="concluded" value={node.conclusion?.status ?? null} />
          </Pair>
          {node.conclusion?.moved === true && <StatusTag tone="bad">{t.conformity.moved}</StatusTag>}
          {node.proposal.stale && <StatusTag tone="warning">{t.evidence.stale}</StatusTag>}
        </>
      )}
    </>
  )
}
