import './inbox.css'
import { CodeText, OrgLink, useKitText, useLocale, useText } from '@heng/web-kit'
import { fill } from '@heng/contract'
import { useEffect, useRef } from 'react'
import { messages } from '../../locales/index.ts'
import type { KnowledgeInWords } from '../base/useKnowledge.ts'
import { State } from '../renderers.tsx'
import { ScenarioAssets } from './ScenarioAssets.tsx'
import type { By, Scenario } from './useInbox.ts'

export interface ScenarioLineProps {
  readonly row: Scenario
  readonly by: By
  readonly asset: string
  readonly current: boolean
  readonly selected: boolean
  readonly knowledge: KnowledgeInWords
  readonly selectable: boolean
  readonly onPoint: () => void
  readonly onToggle: () => void
}

/** One proposal: what, on which asset, and, for the line stood on, what is meant and what would reduce it. */
export const ScenarioLine = ({ row, by, asset, current, selected, knowledge, selectable, onPoint, onToggle }: ScenarioLineProps) => {
  const t = useText(messages).pages.inbox
  const kitText = useKitText()
  const locale = useLocale()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const [threat, vulnerability] = [knowledge.threat(row.threat), knowledge.vulnerability(row.vulnerability)]
  return (
    <li ref={line} id={`scenario-${row.id}`} {...(selectable ? { role: 'option', 'aria-selected': selected } : {})} data-current={current} className="rk-line" onClick={onPoint}>
      {selectable && (
        // Says by sight what `aria-selected` says of the line; a control inside an option would be reachable by nobody's keyboard.
        <span
          className="rk-check" aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        />
      )}
      <div className="rk-line-body">
        <div className="rk-line-what">
          {(by !== 'asset' || row.assetCount > 1) && <b>{row.assetCount > 1 ? fill(t.andMore, { asset, more: row.assetCount - 1, count: row.assetCount }) : asset}</b>}
          {by !== 'threat' && <span><CodeText code={row.threat} vocabulary="threats" /></span>}
          {by !== 'vulnerability' && <span className={by === 'threat' ? undefined : 'hg-muted'}><CodeText code={row.vulnerability} vocabulary="vulnerabilities" /></span>}
        </div>
        {row.status !== 'proposed' && row.status !== null && (
          <p className="rk-line-state">
            <State noun="riskScenario" field="status" value={row.status} />
            {row.reason !== null && <span className="hg-muted">{row.reason}</span>}
            {row.risk !== null && <OrgLink to={`risks/${row.risk}`}>{t.openRisk}</OrgLink>}
          </p>
        )}
        {current && (
          <dl className="rk-line-more">
            {row.assetCount > 1 && <div><dt>{t.alikeAssets}</dt><dd><ScenarioAssets scenario={row.id} /></dd></div>}
            {threat !== undefined && <div><dt>{t.threat}</dt><dd>{threat.description}</dd></div>}
            {vulnerability !== undefined && (
              <div>
                <dt>{t.vulnerability}</dt>
                <dd>{vulnerability.description} <span className="hg-muted">{`${t.reduces}${locale === 'en' ? ' ' : ''}${vulnerability.controls.join(kitText.values.separator)}`}</span></dd>
              </div>
            )}
          </dl>
        )}
      </div>
    </li>
  )
}
