import '../soa.css'
import { fill } from '@heng/contract'
import { ErrorView, OrgLink, StatusTag, useOrg, valueLabel, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { stateTones } from '../version/stateTones.ts'

const fieldOf: Readonly<Record<string, string>> = { requirement: 'requirement', control: 'control', risk: 'risks' }

/** Where the statement of applicability speaks of a requirement, a control or a risk. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const { t, text, values } = useWords()
  const org = useOrg()
  const lines = useQuery(api.soaLine.list.queryOptions({ input: { org, filter: { [fieldOf[noun.name]!]: row.id }, limit: 200 } }))
  const versions = useQuery(api.soa.list.queryOptions({ input: { org, sort: '-number', limit: 200 } }))
  const error = lines.error ?? versions.error
  if (error !== null) return <ErrorView error={error} onRetry={() => void Promise.all([lines.refetch(), versions.refetch()])} />
  if (lines.data === undefined || versions.data === undefined) return <div className="hg-bone" role="status" />
  const found = versions.data.items.flatMap((version) =>
    lines.data.items.filter((l) => l.soa === version.id).map((line) => ({ version, line })),
  )
  if (found.length === 0) return <p className="hg-muted">{t.panel.none}</p>
  return (
    <ul className="sa-panel">
      {found.map(({ version, line }) => (
        <li key={line.id}>
          <OrgLink to={`soa/${version.id}?open=${line.id}`}>{fill(t.panel.in, { number: version.number })}</OrgLink>
          <StatusTag tone={stateTones[version.state] ?? 'neutral'}>{valueLabel(text.nouns.soa, 'state', version.state)}</StatusTag>
          <span>
            <span className="sa-ref">{line.ref}</span> {values.applicable[line.applicable]}
          </span>
          <span className="hg-muted">
            {line.applicable === 'no' ? line.justification : line.reasons?.map((r) => values.reasons[r]).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
