import { fill } from '@heng/contract'
import { OrgLink, StatusTag, TimeText, useText } from '@heng/web-kit'
import type { Sighting } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

interface Props {
  readonly sighting: Sighting
  /** Undefined where nothing is chosen. */
  readonly chosen: boolean | undefined
  readonly onChoose: () => void
}

/** One scanner's knowledge of a flaw. Its evidence is hostile text: shown as it is, in a place of its own size. */
export const SightingItem = ({ sighting: { tool, rule, method, firstSeen, lastSeen, lastScan, record, evidence, goneAt }, chosen, onChoose }: Props) => {
  const t = useText(messages).flaws.sightings
  return (
    <li>
      <header>
        {chosen !== undefined && <input type="checkbox" className="hg-check" checked={chosen} onChange={onChoose} aria-label={fill(t.choose, { tool: `${tool} ${rule ?? ''}` })} />}
        <b>{tool}</b>
        {rule !== null && <span>{fill(t.rule, { rule })}</span>}
        <span className="hg-tag">{t.method[method]}</span>
        {goneAt !== null && <StatusTag tone="good">{t.gone} <TimeText value={goneAt} /></StatusTag>}
      </header>
      <dl className="vn-inline">
        <div><dt>{t.first}</dt><dd><TimeText value={firstSeen} /></dd></div>
        <div><dt>{t.last}</dt><dd><TimeText value={lastSeen} /></dd></div>
        <div><dt>{t.scan}</dt><dd><OrgLink to={`vulnerability-scans/${lastScan}`}><code>{record}</code></OrgLink></dd></div>
      </dl>
      {evidence === null ? <p className="hg-muted">{t.noEvidence}</p> : <pre className="vn-evidence" role="region" aria-label={`${t.evidence} ${tool}`} tabIndex={0}>{evidence}</pre>}
    </li>
  )
}
