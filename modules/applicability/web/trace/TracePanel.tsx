import './trace.css'
import { ErrorView, useOrg, type RecordPanelProps } from '@heng/web-kit'
import { Bones } from '@heng/records/web/parts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Traced } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { Changes } from './Changes.tsx'
import { Decisions } from './Decisions.tsx'
import { Files } from './Files.tsx'
import { ControlItem, LineItem, RiskItem } from './items.tsx'

/** From a control to its risks, the decisions on them, evidence and history, on one page; the same from every other end of the chain. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const { t } = useWords()
  const org = useOrg()
  const query = useQuery(api.trace.of.queryOptions({ input: { org, noun: noun.name as Traced, id: row.id } }))
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Bones lines={6} />
  const { lines, controls, risks, approvals, acceptances, files, changes } = query.data
  const w = t.trace
  return (
    <div className="sa-trace">
      <p className="hg-muted">{w.about}</p>
      {noun.name !== 'soaLine' && (
        <Link title={w.lines} count={lines.length} none={w.noLines}>
          {lines.map((line) => (
            <LineItem key={line.id} line={line} />
          ))}
        </Link>
      )}
      {noun.name !== 'control' && (
        <Link title={w.controls} count={controls.length} none={w.noControls}>
          {controls.map((control) => (
            <ControlItem key={control.id} control={control} />
          ))}
        </Link>
      )}
      {noun.name !== 'risk' && (
        <Link title={w.risks} count={risks.length} none={w.noRisks}>
          {risks.map((risk) => (
            <RiskItem key={risk.id} risk={risk} />
          ))}
        </Link>
      )}
      <Link title={w.decisions} count={approvals.length + acceptances.length} none={w.noDecisions}>
        <Decisions approvals={approvals} acceptances={acceptances} />
      </Link>
      <Link title={w.files} count={files.length} none={w.noFiles}>
        <Files files={files} />
      </Link>
      <Link title={w.changes} foot={w.whole}>
        <Changes changes={changes} />
      </Link>
    </div>
  )
}

interface LinkProps {
  readonly title: string
  /** How many there are, and what is said when there are none. */
  readonly count?: number
  readonly none?: string
  readonly foot?: string
  readonly children: ReactNode
}

/** One link of the chain with what belongs to it. */
const Link = ({ title, count, none, foot, children }: LinkProps) => (
  <section>
    <h3>
      {title} {count !== undefined && <span className="hg-muted hg-figure">{count}</span>}
    </h3>
    {count === 0 ? <p className="hg-muted">{none}</p> : <ul>{children}</ul>}
    {foot !== undefined && <p className="hg-help">{foot}</p>}
  </section>
)
